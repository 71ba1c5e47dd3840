using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Access;

/// <summary>Who stands behind a session. Built from the database once and kept until something that decides over viewers is saved.</summary>
internal sealed class ViewerStore(PortalChanges changes, CurrentSettings settings, TimeProvider clock)
{
    // Other instances, the turn of the day and the end of a session are seen after at most this long.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, (Viewer? Viewer, long Edition, DateTime At)> _known = new();

    // When each browser asked last, so that an idle one is signed out. In memory alone: when somebody was here is nobody's business.
    private readonly ConcurrentDictionary<Guid, DateTime> _asked = new();

    /// <summary>The viewer of a live session, or null where the session or its account has ended.</summary>
    public async Task<Viewer?> FindAsync(Guid sessionId, PortalDb db)
    {
        var (edition, now) = (changes.Viewers, clock.UtcNow());
        var longestIdle = TimeSpan.FromMinutes(settings.Now.IdleMinutes);
        if (_asked.TryGetValue(sessionId, out var last) && now - last > longestIdle) await EndAsync(sessionId, db, last + longestIdle);
        _asked[sessionId] = now;
        if (_known.TryGetValue(sessionId, out var known) && known.Edition == edition && now - known.At < Longest) return known.Viewer;

        var viewer = await BuildAsync(sessionId, db, now);
        if (_known.Count > 10_000) _known.Clear();
        if (_asked.Count > 100_000) _asked.Clear();
        _known[sessionId] = (viewer, edition, now);
        return viewer;
    }

    // It ended when it had idled long enough, not when somebody came back: that moment may be one of writing without a name.
    private async Task EndAsync(Guid sessionId, PortalDb db, DateTime on)
    {
        _known.TryRemove(sessionId, out _);
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.EndedAt == null) is not { } session) return;

        session.EndedAt = on;
        await db.SaveChangesAsync();
    }

    private async Task<Viewer?> BuildAsync(Guid sessionId, PortalDb db, DateTime now)
    {
        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId) is not { } session || !session.IsAliveAt(now)) return null;
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == session.AccountId) is not { State: AccountState.Active } account) return null;

        var person = await db.People.AsNoTracking().Include(p => p.Branch).SingleOrDefaultAsync(p => p.AccountId == account.Id);
        var grants = await db.RoleGrants.AsNoTracking().Include(g => g.Branch).Where(g => g.AccountId == account.Id).OrderBy(g => g.Id).ToListAsync();
        List<ActingRole> roles = [.. grants.Where(g => g.HoldsOn(clock.Today())).Select(Acting)];
        return new Viewer
        {
            AccountId = account.Id,
            Name = account.DisplayName,
            PersonId = person?.Id,
            Stage = person?.Stage,
            HomeBranchId = person?.BranchId,
            Audiences = Audience.KeysFor(person?.Stage, person?.Branch),
            Roles = roles,
            Acting = roles.Find(r => r.GrantId == session.GrantId) ?? roles.FirstOrDefault(),
        };
    }

    private static ActingRole Acting(RoleGrant grant) => new(grant.Id, grant.Role, grant.BranchId, grant.Branch?.Name ?? "", grant.Role switch
    {
        Role.OrganisationOffice => "/",
        Role.SystemAdministrator or Role.SecurityAdministrator or Role.Auditor => Viewer.NoPath,
        _ => grant.Branch?.Path is { Length: > 0 } path ? path : Viewer.NoPath,
    });
}
