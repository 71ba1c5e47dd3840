using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>One account for each role that a visitor may want to try.</summary>
internal sealed class DemoAccounts(TimeProvider clock)
{
    public static readonly IReadOnlyList<(string Role, string UserName)> Names =
        [.. new[] { "member", "applicant", "secretary", "general-branch-secretary", "organisation-office", "system-administrator", "security-administrator", "auditor", "two-offices" }.Select(role => (role, $"demo-{role}"))];

    private PortalDb _db = null!;

    public void AddTo(PortalDb db, DemoTree tree, DemoPeople people)
    {
        _db = db;
        var home = tree.Home;
        Add("member", "演示党员", people.First(home, Stage.FullMember));
        Add("applicant", "演示入党申请人", people.First(home, Stage.Applicant));
        Grant(Add("secretary", "演示支部书记", people.First(home, Stage.FullMember)), Role.Secretary, home);
        Grant(Add("general-branch-secretary", "演示党总支书记", null), Role.GeneralBranchSecretary, tree.Marxism);
        Grant(Add("organisation-office", "演示组织部", null), Role.OrganisationOffice, null);
        Grant(Add("system-administrator", "演示系统管理员", null), Role.SystemAdministrator, null);
        Grant(Add("security-administrator", "演示安全管理员", null), Role.SecurityAdministrator, null);
        Grant(Add("auditor", "演示审计员", null), Role.Auditor, null);

        var both = Add("two-offices", "演示双任职", people.First(home, Stage.FullMember));
        Grant(both, Role.Secretary, tree.Named("马克思主义学院研究生党支部"));
        Grant(both, Role.DeputySecretary, tree.Named("马克思主义学院教工党支部"));
        OpenSome(people.All.Where(p => p.Branch == home && p.AccountId is null && p.Stage is not Stage.Former));
        foreach (var other in tree.Leaves.Where(b => b != home)) OpenSome(people.All.Where(p => p.Branch == other && p.IsMember));
    }

    // Every other person of the home branch, and every other member elsewhere, has opened an account, though with a password that nobody knows.
    private void OpenSome(IEnumerable<Person> people)
    {
        foreach (var person in people.Where((_, at) => at % 2 == 0).ToList()) Add(person.Number!.ToLowerInvariant(), person.Name, person);
    }

    private Account Add(string role, string displayName, Person? person)
    {
        var userName = $"demo-{role}";
        var account = new Account
        {
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            DisplayName = person?.Name ?? displayName,
            State = AccountState.Active,
            CreatedAt = clock.UtcNow(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        _db.Add(account);
        _db.Add(new SignInName { Normalized = SignInName.Normalize(userName), Kind = SignInNameKind.UserName, AccountId = account.Id });
        if (person is null) return account;

        person.AccountId = account.Id;
        _db.Add(new SignInName { Normalized = SignInName.Normalize(person.Number!), Kind = SignInNameKind.Number, AccountId = account.Id });
        return account;
    }

    private void Grant(Account account, Role role, Branch? branch) => _db.Add(new RoleGrant(account.Id, role, branch, clock.Today().AddDays(-90), account.Id));
}
