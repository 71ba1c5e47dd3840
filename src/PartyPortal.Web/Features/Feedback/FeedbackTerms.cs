using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.WorkCalendar;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Web.Features.Feedback;

internal static class FeedbackTerms
{
    public static Task<List<byte[]>> PicturesOfAsync(this PortalDb db, Guid id) => db.FeedbackPictures.Where(p => p.ItemId == id).OrderBy(p => p.Id).Select(p => p.Jpeg).ToListAsync();

    /// <summary>The terms of the settings, by the working-day calendar.</summary>
    public static async Task<FeedbackClock> FeedbackClockAsync(this PortalDb db, PortalSettings settings, DateOnly today) =>
        new(today, await db.WorkingDaysAsync(), settings.FeedbackTakeUpDays, settings.FeedbackAnswerDays, settings.FeedbackCloseDays, settings.FeedbackReopenDays);
}
