using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>What an office does with a message. The filter lets it find only what was routed to it.</summary>
internal sealed class FeedbackDesk(PortalDb db, CurrentViewer current, CurrentSettings settings)
{
    public Task<FeedbackClock> ClockAsync() => db.FeedbackClockAsync(settings.Now, current.Clock.Today());

    /// <summary>The message with those that are answered together with it.</summary>
    public async Task<FeedbackItem?> FindAsync(Guid id)
    {
        var item = await db.FeedbackItems.Include(f => f.Concerned).Include(f => f.Topic).Include(f => f.MergedInto).SingleOrDefaultAsync(f => f.Id == id);
        if (item is not null) await db.Entry(item).Collection(f => f.Merged).LoadAsync();
        return item;
    }

    public Task<List<FeedbackNote>> NotesAsync(Guid id) => db.FeedbackNotes.Where(n => n.ItemId == id).OrderBy(n => n.On).ThenBy(n => n.Id).ToListAsync();

    /// <summary>A private note that was copied into the answer is pointed out once.</summary>
    public async Task PointOutNotesAsync(Guid id, AnswerForm form)
    {
        if (!form.SendAsItIs && (await NotesAsync(id)).Exists(n => n.IsIn(form.Text)))
            throw new RuleBrokenException("A private note stands in the answer. Take it out, or tick this box and send it again.") { Field = nameof(form.SendAsItIs) };
    }

    /// <summary>Saves what was done to the message, with the deed in the audit.</summary>
    public async Task SaveAsync(string deed, FeedbackItem item)
    {
        db.Record($"Feedback.{deed}", $"FeedbackItem {item.Id}");
        // The marker of feedback allows adding only; the right to this message was shown when it was found.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
    }
}
