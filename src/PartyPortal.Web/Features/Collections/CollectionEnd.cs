using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Collections;
using PartyPortal.Domain.Collections;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Collections;

/// <summary>A collection goes with everything that was answered, files last.</summary>
internal static class CollectionEnd
{
    public static async Task DeleteAsync(PortalDb db, IFileStore store, Collection collection)
    {
        var answers = await db.CollectionAnswers.Where(a => a.CollectionId == collection.Id).ToListAsync();
        // A draft's files too, which the office never sees: they are counted out by the answer, not by what may be read.
        var files = await db.FilesOfCollectionAsync(collection.Id);
        db.RemoveRange(files);
        db.RemoveRange(answers);
        db.Remove(collection);
        await db.SaveChangesAsync();
        foreach (var file in files) store.Delete(file.File.StoreName);
    }
}

/// <summary>Closes what its office forgot, and deletes what was closed long enough ago.</summary>
[Display(Name = "Close and delete collections whose time has come")]
internal sealed class EndCollections(IFileStore store, CurrentSettings settings) : IPortalJob
{
    private const int AtOnce = 20;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var today = PortalClock.Day(now);
        var forgotten = now.AddDays(-Collection.DaysUntilItEnds);
        foreach (var collection in await db.Collections.Where(c => c.State == CollectionState.Open && c.DueAt < forgotten).OrderBy(c => c.Id).Take(AtOnce).ToListAsync())
            collection.Close(today, settings.Now.CollectionMonths);
        await db.SaveChangesAsync();

        foreach (var id in await db.Collections.Where(c => c.State == CollectionState.Closed && c.DeleteOn <= today).OrderBy(c => c.Id).Take(AtOnce).Select(c => c.Id).ToListAsync())
        {
            db.ChangeTracker.Clear();
            await CollectionEnd.DeleteAsync(db, store, await db.Collections.SingleAsync(c => c.Id == id));
        }
    }
}
