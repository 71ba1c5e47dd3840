using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Postings;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Postings;

/// <summary>Takes the names out of postings that were closed long ago, and throws drafts away that never went up.</summary>
[Display(Name = "Forget the names of closed postings")]
internal sealed class ForgetPostedNames(CurrentSettings settings) : IPortalJob
{
    private const int AtOnce = 100;

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var before = PortalClock.Day(now).AddMonths(-settings.Now.PostingNamesMonths);
        var closed = await db.Postings.Where(p => p.State == PostingState.Closed && p.ClosedOn <= before && p.People.Any()).OrderBy(p => p.Id).Take(AtOnce).ToListAsync();
        closed.ForEach(posting => posting.ForgetNames());
        db.RemoveRange(await db.Postings.Where(p => (p.State == PostingState.Draft || p.State == PostingState.AwaitingApproval) && p.FirstOn <= before).OrderBy(p => p.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
