using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Platform.Todos;

/// <summary>Who may look after whose work. Asked anew each time: a right that is gone carries nothing.</summary>
public sealed class StandIns(PortalDb db, TimeProvider clock)
{
    /// <summary>Offices of the viewer in which they stand in for somebody today, and for whom.</summary>
    public async Task<IEnumerable<(ActingRole Office, Sentence Why)>> StoodInForAsync()
    {
        var (viewer, today) = (db.Viewer, clock.Today());
        if (viewer.Roles.Count == 0) return [];

        var absences = await db.Absences.Where(a => a.StandInId == viewer.AccountId && a.From <= today && today <= a.Until && a.Grant.Until == null).OrderBy(a => a.Id)
            .Select(a => new { a.Grant.Role, a.Grant.BranchId, a.Until, Name = db.Users.Where(u => u.Id == a.AccountId).Select(u => u.DisplayName).Single() }).ToListAsync();
        return from absence in absences
               let own = viewer.Roles.FirstOrDefault(own => IsEqual(own.Role, own.BranchId, absence.Role, absence.BranchId))
               where own is not null
               select (own, Sentence.Key("For {0}, who is absent until {1}", absence.Name, absence.Until));
    }

    /// <summary>Those who may do by an office of their own what is done in this one, by name.</summary>
    public async Task<IReadOnlyList<(RoleGrant Own, string Name)>> OfAsync(ActingRole office)
    {
        var (me, today) = (db.Viewer.AccountId, clock.Today());
        var grants = await db.RoleGrants.Where(g => g.AccountId != me && g.BranchId == office.BranchId && g.From <= today && g.Until == null)
            .Join(db.Users.Where(u => u.State == AccountState.Active), g => g.AccountId, u => u.Id, (own, u) => new { Own = own, Name = u.DisplayName }).AsNoTracking().ToListAsync();
        return [.. grants.Where(g => IsEqual(g.Own.Role, g.Own.BranchId, office.Role, office.BranchId)).DistinctBy(g => g.Own.AccountId).OrderBy(g => g.Name, StringComparer.Ordinal).Select(g => (g.Own, g.Name))];
    }

    /// <summary>In the same organisation, since what comes to it comes to no other, and with every feature that the other one may use.</summary>
    private static bool IsEqual(Role own, int? at, Role other, int? otherAt) => at == otherAt && Policies.Cover(own, other);
}
