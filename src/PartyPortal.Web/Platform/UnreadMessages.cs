using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;

namespace PartyPortal.Web.Platform;

/// <summary>How many messages somebody has not read: the figure at the bell. Counted once and kept until a message is saved.</summary>
public sealed class UnreadMessages(PortalChanges changes, TimeProvider clock)
{
    // What another instance saved is seen after at most this long.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (int Count, long Edition, DateTimeOffset At)> _known = new();

    public async Task<int> CountAsync(PortalDb db)
    {
        if (db.Viewer.AccountId is not { } me) return 0;

        var (edition, now) = (changes.Messages, clock.GetUtcNow());
        if (_known.TryGetValue(me, out var known) && known.Edition == edition && now - known.At < Longest) return known.Count;

        var count = await db.Messages.CountAsync(m => m.AccountId == me && !m.IsRead);
        if (_known.Count > 10_000) _known.Clear();
        _known[me] = (count, edition, now);
        return count;
    }
}
