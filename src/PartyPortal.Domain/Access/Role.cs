namespace PartyPortal.Domain.Access;

/// <summary>
/// What a person may be granted beside plain membership. Applicant and member are no grants: they follow from the person's stage.
/// The three administrators are apart, so that no account holds two of the three powers.
/// </summary>
public enum Role
{
    GroupLeader = 1,
    StudentAssistant,
    CommitteeMember,
    Organiser,
    DeputySecretary,
    Secretary,
    GeneralBranchSecretary,
    OrganisationOffice,
    SystemAdministrator,
    SecurityAdministrator,
    Auditor,
}
