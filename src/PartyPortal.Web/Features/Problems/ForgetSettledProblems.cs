using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Problems;

/// <summary>What somebody wrote may hold a name: it goes half a year after it was settled.</summary>
[Display(Name = "Remove reports of problems that were settled long ago")]
internal sealed class ForgetSettledProblems : IPortalJob
{
    private const int AtOnce = 500;
    private const int DaysKept = 180;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var oldest = PortalClock.Day(now).AddDays(-DaysKept);
        db.RemoveRange(await db.ProblemReports.Where(r => r.SettledOn < oldest).OrderBy(r => r.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
