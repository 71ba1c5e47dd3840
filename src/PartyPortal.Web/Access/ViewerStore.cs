using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Access;

/// <summary>Who stands behind a session; nobody where it or its account has ended.</summary>
/// <param name="Viewer">The viewer, or null.</param>
/// <param name="IsOutdated">Its owner's roles have changed: the session goes on under a new id.</param>
internal sealed record KnownSession(Viewer? Viewer, bool IsOutdated = false);

/// <summary>Who stands behind a session. Built from the database once and kept until something that decides over viewers is saved.</summary>
internal sealed class ViewerStore(PortalChanges changes, CurrentSettings settings, SecondFactorDuty duty, TimeProvider clock)
{
    // Other instances, the turn of the day and the end of a session are seen after at most this long.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, (KnownSession Session, long Edition, DateTime At)> _known = new();

    // When each browser asked last, so that an idle one is signed out. In memory alone: when somebody was here is nobody's business.
    private readonly ConcurrentDictionary<Guid, DateTime> _asked = new();

    /// <param name="leavesTrace">Whether the session may note that it was in use: never while somebody writes without a name.</param>
    public async Task<KnownSession> FindAsync(Guid sessionId, PortalDb db, bool leavesTrace = true)
    {
        var (edition, now) = (changes.Viewers, clock.UtcNow());
        if (!_known.TryGetValue(sessionId, out var known) || known.Edition != edition || now - known.At >= Longest)
        {
            known = (await BuildAsync(sessionId, db, now, leavesTrace), edition, now);
            if (_known.Count > 10_000) _known.Clear();
            if (_asked.Count > 100_000) _asked.Clear();
            _known[sessionId] = known;
        }

        _asked[sessionId] = now;
        return known.Session;
    }

    /// <summary>The person of an account, in no office chosen; null where the account is not open.</summary>
    public async Task<Viewer?> OfAccountAsync(string accountId, PortalDb db) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId) is { State: AccountState.Active } account ? await BuildAsync(account, grantId: null, db) : null;

    private async Task<KnownSession> BuildAsync(Guid sessionId, PortalDb db, DateTime now, bool leavesTrace)
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId) is not { } session || !session.IsAliveAt(now)) return new KnownSession(null);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == session.AccountId) is not { State: AccountState.Active } account) return new KnownSession(null);

        // After a start only the hour is known in which the browser last asked.
        var asked = _asked.TryGetValue(sessionId, out var at) ? at : session.SeenAt.AddHours(1);
        var idleUntil = asked.AddMinutes(settings.Now.IdleMinutes);
        if (now > idleUntil)
        {
            // It ended when it had idled long enough, not when somebody came back: that moment may be one of writing without a name.
            if (leavesTrace) session.End(idleUntil);
            await db.SaveChangesAsync();
            return new KnownSession(null);
        }

        var viewer = await BuildAsync(account, session.GrantId, db);
        var grants = string.Join(',', viewer.Roles.Select(r => r.GrantId));
        if (grants.Length > SignInSession.GrantsMaxLength) grants = grants[..SignInSession.GrantsMaxLength];
        if (leavesTrace) session.See(now, grants);
        await db.SaveChangesAsync();
        return new KnownSession(viewer, session.Grants is { } noted && noted != grants);
    }

    private async Task<Viewer> BuildAsync(Account account, int? grantId, PortalDb db)
    {
        var person = await db.People.AsNoTracking().Include(p => p.Branch).SingleOrDefaultAsync(p => p.AccountId == account.Id);
        var grants = await db.RoleGrants.AsNoTracking().Include(g => g.Branch).Where(g => g.AccountId == account.Id).OrderBy(g => g.Id).ToListAsync();
        List<ActingRole> roles = [.. grants.Where(g => g.HoldsOn(clock.Today())).Select(Acting)];
        var owes = !account.TwoFactorEnabled && duty.Binds(roles);
        if (owes) roles = [];
        return new Viewer
        {
            AccountId = account.Id,
            Name = account.DisplayName,
            PersonId = person?.Id,
            Stage = person?.Stage,
            HomeBranchId = person?.BranchId,
            Audiences = Audience.KeysFor(person?.Stage, person?.Branch),
            OwesSecondFactor = owes,
            Roles = roles,
            Acting = roles.Find(r => r.GrantId == grantId) ?? roles.FirstOrDefault(),
        };
    }

    private static ActingRole Acting(RoleGrant grant) => new(grant.Id, grant.Role, grant.BranchId, grant.Branch?.Name ?? "", grant.Role switch
    {
        Role.OrganisationOffice => "/",
        Role.SystemAdministrator or Role.SecurityAdministrator or Role.Auditor => Viewer.NoPath,
        _ => grant.Branch?.Path is { Length: > 0 } path ? path : Viewer.NoPath,
    });
}
