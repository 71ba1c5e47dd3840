using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Platform.Todos;

/// <summary>Who was away when is nobody's business afterwards.</summary>
[Display(Name = "Remove absences that are over")]
internal sealed class ForgetAbsences : IPortalJob
{
    private const int AtOnce = 500;

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var today = PortalClock.Day(now);
        db.RemoveRange(await db.Absences.Where(a => a.Until < today).OrderBy(a => a.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
