using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Notices;

/// <summary>Tells the writer of a notice some days before it ends, and once more on the day before.</summary>
[Display(Name = "Remind writers of notices that end soon")]
internal sealed class RemindBeforeNoticesEnd(CurrentSettings settings) : IPortalJob
{
    private const int AtOnce = 500;

    private static readonly TimeSpan LastReminder = TimeSpan.FromDays(1);

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var ahead = TimeSpan.FromDays(settings.Now.NoticeReminderDays);
        var soon = now + ahead;
        var ending = await db.Notices.AsNoTracking().Where(n => n.State == NoticeState.Published && n.ExpiresAt > now && n.ExpiresAt <= soon)
            .OrderBy(n => n.ExpiresAt).ThenBy(n => n.Id).Take(AtOnce).ToListAsync();

        foreach (var notice in ending)
        {
            var isLast = notice.ExpiresAt - now <= LastReminder;
            // A notice made for a few days needs no word about its end as soon as it begins.
            if (notice.ExpiresAt - notice.PublishAt <= (isLast ? LastReminder : ahead)) continue;

            var writers = await db.Users.Where(u => u.Id == notice.EditedBy || u.Id == notice.PublishedBy).Select(u => u.Id).ToListAsync();
            await db.TellAsync(writers, new Letter(MessageKind.NoticeEnds, $"ends:{notice.Id}:{notice.ExpiresAt:yyyyMMdd}:{(isLast ? "last" : "first")}", PortalClock.Day(now), notice.Id, notice.Title));
        }
    }
}
