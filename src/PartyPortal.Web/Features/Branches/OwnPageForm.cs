using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Branches;

public sealed class OwnPageForm : IFormOf<OwnPageForm, Branch>
{
    [Display(Name = "Introduction"), StringLength(Branch.TextMaxLength), DataType(DataType.MultilineText)]
    public string? Introduction { get; set; }

    [Display(Name = "Office"), StringLength(Branch.NameMaxLength)]
    public string? Office { get; set; }

    [Display(Name = "Contact hours"), StringLength(Branch.NameMaxLength)]
    public string? ContactHours { get; set; }

    [Display(Name = "Telephone"), StringLength(Branch.TelephoneMaxLength)]
    public string? Telephone { get; set; }

    public Guid Version { get; set; }

    public static OwnPageForm For(Branch branch) => new()
    {
        Introduction = branch.Introduction,
        Office = branch.Office,
        ContactHours = branch.ContactHours,
        Telephone = branch.Telephone,
        Version = branch.Version,
    };

    public void ApplyTo(Branch branch) =>
        (branch.Introduction, branch.Office, branch.ContactHours, branch.Telephone) = (Introduction, Office, ContactHours, Telephone);
}
