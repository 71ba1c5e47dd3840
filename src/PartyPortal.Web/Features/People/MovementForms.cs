using System.ComponentModel.DataAnnotations;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

public sealed class TransferForm : IForm
{
    [Display(Name = "Branch"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "From the day"), Required]
    public DateOnly? On { get; set; }
}

public sealed class StageForm : IForm
{
    [Display(Name = "Stage"), Required]
    public Stage? Stage { get; set; }

    [Display(Name = "From the day"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "Training held elsewhere"), StringLength(PersonPeriod.TrainedElsewhereMaxLength)]
    public string? TrainedElsewhere { get; set; }
}

public sealed class PersonGroupForm : IForm
{
    /// <summary>Null takes the person out of any group.</summary>
    [Display(Name = "Group")]
    public int? GroupId { get; set; }

    public Guid Version { get; set; }

    public async Task ApplyToAsync(Person person, PortalDb db)
    {
        if (GroupId is null) person.LeaveGroup();
        else person.JoinGroup(await db.BranchGroups.FindAsync(GroupId) ?? throw new RuleBrokenException("Choose a group of the branch.") { Field = nameof(GroupId) });
    }
}
