using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Branches;

public class BranchForm : IForm
{
    [Display(Name = "Code of the organisation"), Required, StringLength(Branch.CodeMaxLength)]
    public string Code { get; set; } = "";

    [Display(Name = "Name"), Required, StringLength(Branch.NameMaxLength)]
    public string Name { get; set; } = "";

    [Display(Name = "Who belongs to it")]
    public BranchPeople People { get; set; } = BranchPeople.Mixed;

    [Display(Name = "Founded on"), Required]
    public DateOnly? FoundedOn { get; set; }

    [Display(Name = "Introduction"), StringLength(Branch.TextMaxLength), DataType(DataType.MultilineText)]
    public string? Introduction { get; set; }

    [Display(Name = "Office"), StringLength(Branch.NameMaxLength)]
    public string? Office { get; set; }

    [Display(Name = "Contact hours"), StringLength(Branch.NameMaxLength)]
    public string? ContactHours { get; set; }

    [Display(Name = "Telephone"), StringLength(Branch.TelephoneMaxLength)]
    public string? Telephone { get; set; }

    public Guid Version { get; set; }

    public static BranchForm For(Branch branch) => new()
    {
        Code = branch.Code,
        Name = branch.Name,
        People = branch.People,
        FoundedOn = branch.FoundedOn,
        Introduction = branch.Introduction,
        Office = branch.Office,
        ContactHours = branch.ContactHours,
        Telephone = branch.Telephone,
        Version = branch.Version,
    };

    /// <summary>What the form says beside kind and place, which only its maker and a move decide.</summary>
    public void ApplyTo(Branch branch, DateOnly today)
    {
        branch.Rename(Code.Trim(), Name.Trim(), today);
        branch.People = People;
        branch.FoundedOn = FoundedOn!.Value;
        branch.Introduction = Introduction;
        branch.Office = Office;
        branch.ContactHours = ContactHours;
        branch.Telephone = Telephone;
    }
}

public sealed class NewBranchForm : BranchForm
{
    [Display(Name = "Kind"), Required]
    public BranchKind? Kind { get; set; }

    [Display(Name = "Parent"), BranchChoice]
    public int? ParentId { get; set; }
}

/// <summary>Where to move; IsLookedAt once what moves along has been seen.</summary>
public sealed class MoveForm : IForm
{
    [Display(Name = "New parent"), BranchChoice, Required]
    public int? ParentId { get; set; }

    public bool IsLookedAt { get; set; }

    public Guid Version { get; set; }
}
