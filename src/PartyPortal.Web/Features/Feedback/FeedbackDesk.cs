using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>What an office does with a message. The filter lets it find only what was routed to it.</summary>
internal sealed class FeedbackDesk(PortalDb db, CurrentViewer current, CurrentSettings settings)
{
    public Task<FeedbackClock> ClockAsync() => db.FeedbackClockAsync(settings.Now, current.Clock.Today());

    public Task<FeedbackItem?> FindAsync(Guid id) => db.FeedbackItems.Include(f => f.Concerned).SingleOrDefaultAsync(f => f.Id == id);

    /// <summary>Saves what was done to the message, with the deed in the audit.</summary>
    public async Task SaveAsync(string deed, FeedbackItem item)
    {
        db.Record($"Feedback.{deed}", $"FeedbackItem {item.Id}");
        // The marker of feedback allows adding only; the right to this message was shown when it was found.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
    }
}
