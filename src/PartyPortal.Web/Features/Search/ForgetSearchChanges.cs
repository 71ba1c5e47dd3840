using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Search;

/// <summary>Removes changes that every index has seen. One that slept longer is made anew: it finds that its own place is gone. The newest stays, as the place of all.</summary>
[Display(Name = "Remove what search indexes have read")]
internal sealed class ForgetSearchChanges : IPortalJob
{
    private const int AtOnce = 1000;
    private const int DaysKept = 14;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var oldest = DateOnly.FromDateTime(now).AddDays(-DaysKept);
        var old = db.SearchChanges.Where(c => c.On < oldest && c.Id < db.SearchChanges.Max(newest => newest.Id));
        db.RemoveRange(await old.OrderBy(c => c.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
