using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Classes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Classes;

/// <summary>A year after the last session nobody need know any more who was absent, nor how somebody made it up. Who came is kept: class hours rest on it.</summary>
[Display(Name = "Delete old absences from classes")]
internal sealed class ForgetAbsentees : IPortalJob
{
    private const int AtOnce = 500;

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var since = PortalClock.Day(now).AddYears(-1);
        var old = db.ClassAttendances.Where(a => !a.Session.Class.Sessions.Any(s => s.On >= since)).OrderBy(a => a.Id);
        db.RemoveRange(await old.Where(a => a.Mark == AttendanceMark.Absent).Take(AtOnce).ToListAsync());
        foreach (var madeUp in await old.Where(a => a.MadeUpBy != null).Take(AtOnce).ToListAsync()) madeUp.ForgetHow();
        await db.SaveChangesAsync();
    }
}
