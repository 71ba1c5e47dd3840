using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Feedback;

public enum IdeaOutcome
{
    [Display(Name = "Under study")]
    UnderStudy = 1,

    [Display(Name = "Adopted")]
    Adopted,

    [Display(Name = "Not adopted")]
    NotAdopted,

    [Display(Name = "Carried out")]
    CarriedOut,
}

/// <summary>A suggestion whose sender agreed, put into the idea box in the office's own words, with what became of it. Nothing in the database ties it to the message.</summary>
public sealed class Idea : RemovableWords, IAudited
{
    public const int TextMaxLength = 600;

    private readonly List<IdeaStep> _steps = [];

    private Idea() { }

    /// <param name="mark">Of the message, made with a key that is not in the database: whoever holds the receipt code reads here what became of it.</param>
    /// <exception cref="RuleBrokenException">The sender did not agree, or it is about an office holder.</exception>
    public Idea(FeedbackItem from, string text, DateOnly today, string? mark = null)
    {
        if (!from.MayBeTold) throw new RuleBrokenException("The sender did not agree that it is told.") { Field = nameof(Text) };
        if (from.About is not null) throw new RuleBrokenException("What is about an office holder does not go into the idea box.") { Field = nameof(Text) };

        (Branch, BranchId, Text, Mark) = (from.Handling, from.Handling.Id, text, mark);
        Decide(IdeaOutcome.UnderStudy, null, today);
    }

    public Branch Branch { get; private init; } = null!;
    public string Text { get; private init; } = "";
    public IdeaOutcome Outcome { get; private set; }

    /// <summary>The day of the last step.</summary>
    public DateOnly On { get; private set; }

    public string? Mark { get; private init; }
    public IReadOnlyList<IdeaStep> Steps => _steps;

    /// <summary>What the mark is made of.</summary>
    public static string MarkedText(Guid messageId) => $"idea of {messageId}";

    /// <exception cref="RuleBrokenException">It is not adopted, and no reason is given.</exception>
    public void Decide(IdeaOutcome outcome, string? reason, DateOnly today)
    {
        if (outcome is IdeaOutcome.NotAdopted && string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException("Say why it is not adopted.") { Field = "Reason" };

        (Outcome, On) = (outcome, today);
        _steps.Add(new IdeaStep(BranchId, _steps.Count + 1, outcome, reason, today));
    }
}

/// <summary>What was decided about an idea, and when.</summary>
public sealed class IdeaStep : IBelongToBranch
{
    private IdeaStep() { }

    internal IdeaStep(int branchId, int number, IdeaOutcome outcome, string? reason, DateOnly on) => (BranchId, Number, Outcome, Reason, On) = (branchId, number, outcome, reason, on);

    public int BranchId { get; private init; }
    public int Number { get; private init; }
    public IdeaOutcome Outcome { get; private init; }
    public string? Reason { get; private init; }
    public DateOnly On { get; private init; }
}

/// <summary>Somebody supports an idea: once for each account, and without saying whose. The mark is made with a key that is not in the database.</summary>
public sealed class IdeaSupport : IOpenToPublic
{
    public const int MarkLength = 64;

    private IdeaSupport() { }

    public IdeaSupport(int ideaId, string mark) => (IdeaId, Mark) = (ideaId, mark);

    public Guid Id { get; private init; } = Guid.NewGuid();
    public int IdeaId { get; private init; }
    public string Mark { get; private init; } = "";
}
