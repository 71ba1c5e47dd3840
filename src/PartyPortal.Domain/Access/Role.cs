using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Access;

/// <summary>
/// What a person may be granted beside plain membership. Applicant and member are no grants: they follow from the person's stage.
/// The three administrators are apart, so that no account holds two of the three powers.
/// </summary>
public enum Role
{
    [Display(Name = "Group leader")]
    GroupLeader = 1,

    [Display(Name = "Student assistant")]
    StudentAssistant,

    [Display(Name = "Branch committee member")]
    CommitteeMember,

    [Display(Name = "Organiser")]
    Organiser,

    [Display(Name = "Deputy secretary")]
    DeputySecretary,

    [Display(Name = "Secretary")]
    Secretary,

    [Display(Name = "General-branch secretary")]
    GeneralBranchSecretary,

    [Display(Name = "Organisation office")]
    OrganisationOffice,

    [Display(Name = "System administrator")]
    SystemAdministrator,

    [Display(Name = "Security administrator")]
    SecurityAdministrator,

    [Display(Name = "Auditor")]
    Auditor,
}
