using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Courses;

/// <summary>Reminds once, by day, of courses whose last day is near, and ends what nobody ended.</summary>
[Display(Name = "Remind of assigned courses, and end old ones")]
internal sealed class RemindOfCourses : IPortalJob
{
    private const int HourOfMorning = 8;
    private const int AtOnce = 100;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        if (PortalClock.InShanghai(now).Hour < HourOfMorning) return;

        var today = PortalClock.Day(now);
        var (soon, old) = (today.AddDays(CourseAssignment.DaysOfWarning), today.AddDays(-CourseAssignment.DaysUntilItEnds));
        foreach (var assignment in await db.CourseAssignments.Where(a => a.EndedOn == null && (a.DueOn < old || (!a.IsForewarned && a.DueOn <= soon && a.Course.State == StudyState.Published))).OrderBy(a => a.Id).Take(AtOnce).ToListAsync())
        {
            if (assignment.DueOn < old) assignment.End(today);
            else assignment.Forewarn(today);
        }

        await db.SaveChangesAsync();
    }
}
