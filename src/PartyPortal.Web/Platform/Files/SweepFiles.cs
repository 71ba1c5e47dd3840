using System.ComponentModel.DataAnnotations;
using PartyPortal.Data;
using PartyPortal.Data.Files;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Platform.Files;

/// <summary>Once a day: what no row keeps and is older than a day is deleted. A younger file may belong to a row that is being saved.</summary>
[Display(Name = "Remove files that belong to nothing")]
public sealed class SweepFiles(IFileStore store) : IPortalJob
{
    private const int AtOnce = 500;

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        store.DropAbandoned();
        foreach (var names in store.KeptBefore(now - Every).Chunk(AtOnce))
        {
            var kept = await FilesInUse.AmongAsync(db, names);
            foreach (var orphan in names.Except(kept)) store.Delete(orphan);
        }
    }
}
