using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Access;

/// <summary>An account holds a role, in a branch and its subtree or in the whole portal, for a time.</summary>
public sealed class RoleGrant : IAudited
{
    private static readonly Role[] Powers = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor];

    private RoleGrant() { }

    /// <exception cref="RuleBrokenException">The role needs a branch and has none, or the other way round.</exception>
    public RoleGrant(string accountId, Role role, Branch? branch, DateOnly from, string grantedBy)
    {
        if (NeedsBranch(role) && branch is null) throw new RuleBrokenException("This role is held in a branch. Choose the branch.") { Field = "BranchId" };
        if (!NeedsBranch(role) && branch is not null) throw new RuleBrokenException("This role is held for the whole portal, not in a branch.") { Field = "BranchId" };

        AccountId = accountId;
        Role = role;
        Branch = branch;
        From = from;
        GrantedBy = grantedBy;
    }

    public int Id { get; private init; }
    public string AccountId { get; private init; } = "";
    public Role Role { get; private init; }
    public int? BranchId { get; private init; }
    public Branch? Branch { get; private init; }
    public DateOnly From { get; private init; }

    /// <summary>The first day on which it no longer holds; null while it is open.</summary>
    public DateOnly? Until { get; private set; }

    public string GrantedBy { get; private init; } = "";

    public static bool NeedsBranch(Role role) => role is < Role.OrganisationOffice;

    /// <summary>No account holds two of the three administrative powers (GB/T 22239-2019, security management centre, 待核).</summary>
    public static bool Excludes(Role held, Role wanted) => held != wanted && Powers.Contains(held) && Powers.Contains(wanted);

    public bool HoldsOn(DateOnly day) => From <= day && (Until is not { } until || day < until);

    public void Withdraw(DateOnly on)
    {
        if (Until is not null) throw new RuleBrokenException("This role was withdrawn already.");

        Until = on < From ? From : on;
    }
}
