using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Help;

namespace PartyPortal.Web.Access;

/// <summary>Whether somebody has the first steps of the role in use on the desk: looked up once, and kept until it is changed.</summary>
public sealed class ShownSteps(TimeProvider clock)
{
    // What another instance saved is seen after at most this long.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string AccountId, Role Role), (bool AreShown, DateTimeOffset At)> _known = new();

    public static Role RoleOf(Viewer viewer) => viewer.Acting?.Role ?? HiddenSteps.Own;

    public async Task<bool> AreShownAsync(PortalDb db)
    {
        var (key, now) = ((db.Viewer.AccountId!, RoleOf(db.Viewer)), clock.GetUtcNow());
        if (_known.TryGetValue(key, out var known) && now - known.At < Longest) return known.AreShown;

        var areShown = !await db.HiddenSteps.AnyAsync(h => h.AccountId == key.Item1 && h.Role == key.Item2);
        if (_known.Count > 10_000) _known.Clear();
        _known[key] = (areShown, now);
        return areShown;
    }

    public void Forget(Viewer viewer) => _known.TryRemove((viewer.AccountId!, RoleOf(viewer)), out _);
}
