using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Data.Access;

/// <summary>Who holds which office on a day, in accounts that are open.</summary>
public sealed class OfficeHolders
{
    private readonly IReadOnlyList<RoleGrant> _ofTop;
    private readonly ILookup<int?, RoleGrant> _byBranch;

    private OfficeHolders(IReadOnlyList<RoleGrant> grants) =>
        (_ofTop, _byBranch) = ([.. grants.Where(g => g.Role is Role.OrganisationOffice)], grants.Where(g => g.BranchId is not null).ToLookup(g => g.BranchId));

    public static async Task<OfficeHolders> OfAsync(PortalDb db, DateOnly day) => new([.. (await db.RoleGrants.AsNoTracking()
        .Where(g => (g.Until == null || g.Until > day) && db.Users.Any(u => u.Id == g.AccountId && u.State == AccountState.Active)).ToListAsync()).Where(g => g.HoldsOn(day))]);

    /// <summary>In an organisation; the organisation office is that of the top.</summary>
    public IEnumerable<RoleGrant> At(Branch branch, IReadOnlyList<Role> roles) => At(branch.Id, branch.ParentId is null, roles);

    public IEnumerable<RoleGrant> At(int branchId, bool isTop, IReadOnlyList<Role> roles) => _byBranch[branchId].Concat(isTop ? _ofTop : []).Where(g => roles.Contains(g.Role));

    /// <summary>The first office upwards that somebody else holds; null where nobody does.</summary>
    public RoleGrant? UpwardsFrom(string path, IReadOnlyList<Role> roles, string? butNot)
    {
        var ids = Branch.IdsIn(path).Reverse().ToList();
        return ids.SelectMany(id => At(id, id == ids[^1], roles)).FirstOrDefault(g => g.AccountId != butNot);
    }

    /// <summary>Accounts with any office in an organisation; none where it is about no office holder.</summary>
    public IEnumerable<string> AccountsAt(int? branchId) => branchId is null ? [] : _byBranch[branchId].Select(g => g.AccountId);
}
