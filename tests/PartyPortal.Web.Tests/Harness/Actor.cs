using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>Who does something in a test: a stranger, a person of a branch in some stage, or the holder of a role.</summary>
public sealed record Actor(Role? Role = null, Branch? Branch = null, Stage? Stage = null, Person? Person = null)
{
    public static readonly Actor Public = new();
    public static readonly Actor OrganisationOffice = new(Domain.Access.Role.OrganisationOffice);
    public static readonly Actor SystemAdministrator = new(Domain.Access.Role.SystemAdministrator);
    public static readonly Actor SecurityAdministrator = new(Domain.Access.Role.SecurityAdministrator);
    public static readonly Actor Auditor = new(Domain.Access.Role.Auditor);

    /// <summary>Signed in, without a person and without a role.</summary>
    public static readonly Actor PlainAccount = new(Stage: Domain.People.Stage.NonMember);

    public static Actor Secretary(Branch branch) => new(Domain.Access.Role.Secretary, branch);

    public static Actor GeneralBranchSecretary(Branch branch) => new(Domain.Access.Role.GeneralBranchSecretary, branch);

    public static Actor In(Role role, Branch? branch = null) => new(role, branch);

    public static Actor Member(Branch branch) => new(Stage: Domain.People.Stage.FullMember, Branch: branch);

    public static Actor Applicant(Branch branch) => new(Stage: Domain.People.Stage.Applicant, Branch: branch);

    public static Actor Of(Person person) => new(Person: person);

    public bool IsStranger => this == Public;
}
