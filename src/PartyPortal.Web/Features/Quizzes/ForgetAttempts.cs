using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>Deletes attempts that were marked long ago, and mistakes that are known by now.</summary>
[Display(Name = "Delete old attempts at quizzes")]
internal sealed class ForgetAttempts(CurrentSettings settings) : IPortalJob
{
    private const int AtOnce = 200;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var since = PortalClock.Day(now).AddMonths(-settings.Now.AttemptMonths);
        var attempts = await db.QuizAttempts.Where(a => a.MarkedOn < since).Include(a => a.Answers).OrderBy(a => a.Id).Take(AtOnce).ToListAsync();
        db.RemoveRange(attempts.SelectMany(a => a.Answers));
        db.RemoveRange(attempts);
        db.RemoveRange(await db.Mistakes.Where(m => m.Step >= Mistake.Intervals.Count && m.DueOn < since).OrderBy(m => m.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
