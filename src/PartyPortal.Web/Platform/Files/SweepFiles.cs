using PartyPortal.Data;
using PartyPortal.Data.Files;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Platform.Files;

/// <summary>Once a day: what no row keeps and is older than a day is deleted. A younger file may belong to a row that is being saved.</summary>
public sealed class SweepFiles(IFileStore store) : IPortalJob
{
    private const int AtOnce = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    private DateTime _next;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        if (now < _next) return;

        store.DropAbandoned();
        foreach (var names in store.KeptBefore(now - Pause).Chunk(AtOnce))
        {
            var kept = await FilesInUse.AmongAsync(db, names);
            foreach (var orphan in names.Except(kept)) store.Delete(orphan);
        }

        _next = now + Pause;
    }
}
