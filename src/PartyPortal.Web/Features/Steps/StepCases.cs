using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Steps;

/// <summary>The days of what was done since a day, as far as the viewer reaches: no text, and nobody.</summary>
internal sealed class StepCases(PortalDb db, DateOnly since)
{
    // The newest of each kind: a median wants no more.
    private const int Most = 5_000;

    public async Task<IEnumerable<StepCase>> ReadAsync() => [.. await NoticesAsync(), .. await FeedbackAsync(), .. await TasksAsync()];

    /// <summary>From each handing in to what the reviewer decided next.</summary>
    private async Task<IEnumerable<StepCase>> NoticesAsync()
    {
        var begin = PortalClock.ToUtc(since.ToDateTime(TimeOnly.MinValue));
        var steps = await db.NoticeReviewSteps.Where(s => s.At >= begin).OrderByDescending(s => s.At).Take(Most)
            .Select(s => new { s.NoticeId, s.Id, Branch = s.Notice.Branch.Name, s.Kind, s.At }).ToListAsync();
        return from talk in steps.GroupBy(s => s.NoticeId)
               let ordered = talk.OrderBy(s => s.Id).ToList()
               from pair in ordered.Zip(ordered.Skip(1))
               where pair.First.Kind is NoticeReviewKind.HandedIn && pair.Second.Kind is not NoticeReviewKind.HandedIn
               select new StepCase(Step.NoticeReview, pair.First.Branch, PortalClock.Day(pair.First.At), PortalClock.Day(pair.Second.At));
    }

    private async Task<IEnumerable<StepCase>> FeedbackAsync()
    {
        var items = await db.FeedbackItems.Where(f => f.ReceivedOn >= since).OrderByDescending(f => f.ReceivedOn).Take(Most).Select(f => new
        {
            Branch = f.Handling.Name,
            f.ReceivedOn,
            AnsweredOn = f.Messages.Where(m => m.IsFromOffice && m.Until == null).Min(m => (DateOnly?)m.On),
            f.ClosedOn,
        }).ToListAsync();
        return [
            .. items.Where(f => f.AnsweredOn is not null).Select(f => new StepCase(Step.FirstAnswer, f.Branch, f.ReceivedOn, f.AnsweredOn!.Value)),
            .. items.Where(f => f.ClosedOn is not null).Select(f => new StepCase(Step.Closing, f.Branch, f.ReceivedOn, f.ClosedOn!.Value))];
    }

    private Task<List<StepCase>> TasksAsync() => db.BranchReplies.Where(r => r.State == ReplyState.Replied && r.Task.SetOn >= since).OrderByDescending(r => r.Task.SetOn).Take(Most)
        .Select(r => new StepCase(Step.TaskReply, r.Branch.Name, r.Task.SetOn, r.On!.Value)).ToListAsync();
}
