using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Todos;

/// <summary>Something for which people wait.</summary>
public enum Step
{
    [Display(Name = "Review of a notice")]
    NoticeReview = 1,

    [Display(Name = "First answer to feedback")]
    FirstAnswer,

    [Display(Name = "Closing of feedback")]
    Closing,

    [Display(Name = "Reply to a task")]
    TaskReply,

    [Display(Name = "Taking up of feedback")]
    TakingUp,

    [Display(Name = "Answer to a collection")]
    HandingIn,

    [Display(Name = "Review of a posting")]
    PostingReview,
}

/// <summary>A step of one organisation, from the day on which it could begin to the day on which it was done.</summary>
public sealed record StepCase(Step Step, string Branch, DateOnly From, DateOnly Until);

/// <summary>How long a step takes in one organisation; never who did it.</summary>
/// <param name="Cases">How many were done.</param>
/// <param name="Median">In working days; null where too few were done to say anything, or to say it of nobody.</param>
public sealed record StepTime(Step Step, string Branch, int Cases, decimal? Median)
{
    public const int Fewest = 5;

    /// <summary>The slowest first.</summary>
    public static IReadOnlyList<StepTime> Of(IEnumerable<StepCase> cases, WorkingDays days) =>
        [.. cases.GroupBy(c => (c.Step, c.Branch)).Select(of => new StepTime(of.Key.Step, of.Key.Branch, of.Count(), MedianOf([.. of.Select(c => days.Between(c.From, c.Until)).Order()])))
            .OrderByDescending(t => t.Median ?? -1).ThenBy(t => t.Step).ThenBy(t => t.Branch, StringComparer.Ordinal)];

    private static decimal? MedianOf(List<int> ordered) => ordered.Count < Fewest ? null : (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2m;
}
