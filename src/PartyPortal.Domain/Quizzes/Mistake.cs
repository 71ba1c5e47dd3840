using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Quizzes;

/// <summary>A question that somebody answered wrongly, to be met again at growing intervals until it is known. The learner's alone.</summary>
public sealed class Mistake : IBelongToAccount
{
    /// <summary>Days until it returns, after each time it was known.</summary>
    public static readonly IReadOnlyList<int> Intervals = [1, 3, 7, 14, 30];

    private Mistake() { }

    public Mistake(string accountId, int questionId, DateOnly today)
    {
        (AccountId, QuestionId) = (accountId, questionId);
        BeginAnew(today);
    }

    public int Id { get; private init; }
    public string AccountId { get; private init; } = "";
    public int QuestionId { get; private init; }
    public Question Question { get; private init; } = null!;

    /// <summary>How often it was known in a row.</summary>
    [Personal] public int Step { get; private set; }

    [Personal] public DateOnly DueOn { get; private set; }

    public bool IsKnown => Step >= Intervals.Count;

    public void BeginAnew(DateOnly today) => (Step, DueOn) = (0, today.AddDays(Intervals[0]));

    /// <summary>It was answered again: known, it returns later than the last time; not known, it begins anew.</summary>
    public void Review(bool isRight, DateOnly today)
    {
        if (!isRight) BeginAnew(today);
        else if (++Step < Intervals.Count) DueOn = today.AddDays(Intervals[Step]);
    }
}
