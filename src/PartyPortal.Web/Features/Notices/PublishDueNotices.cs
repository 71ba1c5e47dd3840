using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Notices;

/// <summary>Publishes what is due, ends what is over, and forgets who confirmed it and what was asked in vain.</summary>
[Display(Name = "Publish notices whose time has come, end those that are over")]
public sealed class PublishDueNotices : IPortalJob
{
    private const int AtOnce = 200;

    // So long an expired link still says that it has expired.
    private const int DaysOfPreviews = 30;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var due = await db.Notices
            .Where(n => (n.State == NoticeState.Scheduled && n.PublishAt <= now) || (n.State == NoticeState.Published && n.ExpiresAt <= now))
            .OrderBy(n => n.Id).Take(AtOnce).ToListAsync();
        due.ForEach(notice => notice.KeepTime(now));
        await db.SaveChangesAsync();

        var kept = db.NoticeConfirmations.Where(c => c.Notice.State == NoticeState.Expired || c.Notice.State == NoticeState.Withdrawn);
        db.RemoveRange(await kept.OrderBy(c => c.Id).Take(AtOnce).ToListAsync());
        var month = now.AddDays(-DaysOfPreviews);
        db.RemoveRange(await db.NoticePreviews.Where(p => p.ExpiresAt < month).OrderBy(p => p.Id).Take(AtOnce).ToListAsync());
        var unanswered = db.NoticeQuestions.Where(q => q.Answer == null && (q.Notice.State == NoticeState.Expired || q.Notice.State == NoticeState.Withdrawn));
        db.RemoveRange(await unanswered.OrderBy(q => q.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
