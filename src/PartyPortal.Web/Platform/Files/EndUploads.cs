using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Platform.Files;

/// <summary>Forgets uploads that no form has named within their time, and deletes what had arrived of them.</summary>
[Display(Name = "Remove files that were not sent to their end")]
public sealed class EndUploads(IFileStore store) : IPortalJob
{
    private const int AtOnce = 200;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var over = await db.Uploads.Where(u => u.ExpiresAt <= now).OrderBy(u => u.ExpiresAt).Take(AtOnce).ToListAsync();
        db.RemoveRange(over);
        // A form that names one of them at this moment makes this save fail, and the next run finds it gone.
        await db.SaveChangesAsync();

        foreach (var upload in over)
        {
            File.Delete(store.Temporary(upload.Id));
            if (upload.File is { } file) store.Delete(file.StoreName);
        }
    }
}
