using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Hours;

/// <summary>
/// Counts each end of a month once, for all organisations in one save: one that is founded or filled afterwards waits for the next month, so that nobody learns of one
/// person by putting them into another.
/// </summary>
[Display(Name = "Count how organisations stand with their study")]
internal sealed class CountStudyFigures(CurrentSettings settings) : IPortalJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var today = PortalClock.Day(now);
        var (day, oldest) = (StudyFigure.DayFor(today), StudyFigure.OldestFor(today));
        db.RemoveRange(await db.StudyFigures.Where(f => f.Day < oldest).ToListAsync());
        if (!await db.StudyFigures.AnyAsync(f => f.Day == day)) db.AddRange(await db.CountStudyAsync(day, settings.Now));
        await db.SaveChangesAsync();
    }
}
