using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>
/// In the morning, tells the offices that answer what came the day before and what ends today. In the morning and not at once, because a message
/// written when an anonymous word arrives would tell its hour. It says that something waits, never what or about whom.
/// </summary>
[Display(Name = "Tell offices of feedback that came or ends")]
internal sealed class TellOfFeedback : IPortalJob
{
    private const int HourOfMorning = 8;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        if (PortalClock.InShanghai(now).Hour < HourOfMorning) return;

        var today = PortalClock.Day(now);
        var yesterday = today.AddDays(-1);
        await TellAsync(db, new Letter(MessageKind.FeedbackArrived, $"feedback:{today:yyyyMMdd}", today), db.FeedbackItems
            .Where(f => f.State != FeedbackState.Closed && (f.ReceivedOn == yesterday || f.Messages.Any(m => !m.IsFromOffice && m.On == yesterday))));
        await TellAsync(db, new Letter(MessageKind.FeedbackDue, $"feedback-due:{today:yyyyMMdd}", today), db.FeedbackItems
            .Where(f => (f.State == FeedbackState.InWork || f.State == FeedbackState.Answered) && f.DueOn == today));
    }

    private static async Task TellAsync(PortalDb db, Letter letter, IQueryable<FeedbackItem> items)
    {
        var waiting = await items.Select(f => new Waiting(f.HandlingId, f.Handling.ParentId == null, f.About == null ? null : f.ConcernedId)).Distinct().ToListAsync();
        if (waiting.Count == 0) return;

        var holders = await OfficeHolders.OfAsync(db, letter.On);
        await db.TellAsync([.. waiting.SelectMany(w => Answering(w, holders)).Distinct()], letter);
    }

    /// <summary>As the inbox shows it: never to somebody who holds an office where the office holder is whom it is about.</summary>
    private static IEnumerable<string> Answering(Waiting waiting, OfficeHolders holders) =>
        holders.At(waiting.HandlingId, waiting.IsForTop, Policies.RolesOf(Policies.AnswerFeedback)).Select(g => g.AccountId).Except(holders.AccountsAt(waiting.ConcernedId));

    private sealed record Waiting(int HandlingId, bool IsForTop, int? ConcernedId);
}
