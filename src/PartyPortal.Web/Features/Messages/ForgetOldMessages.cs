using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Removes messages of half a year ago, those about a notice, a collection or a course that is over for its readers, and what left the portal a month ago.</summary>
[Display(Name = "Remove old messages")]
internal sealed class ForgetOldMessages : IPortalJob
{
    private const int AtOnce = 500;
    private const int DaysKept = 180;
    private const int DaysOfDeliveries = 30;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var oldest = PortalClock.Day(now).AddDays(-DaysKept);
        db.RemoveRange(await db.Messages
            .Where(m => m.On < oldest || ((m.Kind == MessageKind.ConfirmNotice || m.Kind == MessageKind.ConfirmNoticeAgain || m.Kind == MessageKind.NoticeFollowed) && !db.Notices.Any(n => n.Id == m.NoticeId && n.State == NoticeState.Published))
                || (m.CollectionId != null && !db.Collections.Any(c => c.Id == m.CollectionId && c.State == CollectionState.Open))
                || (m.CourseId != null && !db.CourseAssignments.Any(a => a.CourseId == m.CourseId && a.EndedOn == null)))
            .OrderBy(m => m.Id).Take(AtOnce).ToListAsync());
        var ended = now.AddDays(-DaysOfDeliveries);
        db.RemoveRange(await db.Deliveries.Where(d => d.EndedAt < ended).OrderBy(d => d.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
