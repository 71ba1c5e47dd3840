using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>Messages from before there were terms have none and would seem late since the year 1. The first run gives them theirs, and later ones find nothing.</summary>
[Display(Name = "Give terms to feedback from before there were any")]
internal sealed class StartOldClocks(CurrentSettings settings) : IPortalJob
{
    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var clock = await db.FeedbackClockAsync(settings.Now, PortalClock.Day(now));
        foreach (var item in await db.FeedbackItems.Where(f => f.AskedOn == default).ToListAsync()) item.StartClock(clock);
        await db.SaveChangesAsync();
    }
}
