using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Circles;

/// <summary>A year after its end a circle is deleted with all that was said in it.</summary>
[Display(Name = "Delete reading circles that ended a year ago")]
internal sealed class ForgetCircles : IPortalJob
{
    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var before = PortalClock.Day(now).AddYears(-1);
        foreach (var circle in await db.ReadingCircles.Where(c => c.EndedOn < before).Include(c => c.Members).Include(c => c.Weeks).ToListAsync())
        {
            var page = $"/circles/{circle.Id}";
            db.RemoveRange(await db.ProblemReports.Where(r => r.StaysInOffice && (r.Page == page || r.Page.StartsWith(page + "/"))).ToListAsync());
            db.RemoveRange(await db.CircleWords.Where(w => w.Week.CircleId == circle.Id).ToListAsync());
            db.RemoveRange(circle.Members);
            db.RemoveRange(circle.Weeks);
            db.Remove(circle);
            await db.SaveChangesAsync();
        }
    }
}
