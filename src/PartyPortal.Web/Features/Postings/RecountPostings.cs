using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Postings;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Postings;

/// <summary>Counts the days of running postings anew, in case the calendar of holidays was changed.</summary>
[Display(Name = "Count the days of public postings by the calendar")]
internal sealed class RecountPostings(CurrentSettings settings) : IPortalJob
{
    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var clock = await db.PostingClockAsync(settings.Now);
        foreach (var posting in await db.Postings.Where(p => p.State != PostingState.Closed).OrderBy(p => p.Id).ToListAsync()) posting.Recount(clock);
        await db.SaveChangesAsync();
    }
}
