using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Classes;

/// <summary>A year after the last session nobody need know any more who was absent. Certificates stay.</summary>
[Display(Name = "Delete old attendance of classes")]
internal sealed class ForgetAttendance : IPortalJob
{
    private const int AtOnce = 500;

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var since = PortalClock.Day(now).AddYears(-1);
        db.RemoveRange(await db.ClassAttendances.Where(a => !a.Session.Class.Sessions.Any(s => s.On >= since)).OrderBy(a => a.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
