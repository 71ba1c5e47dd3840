using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Notices;

/// <summary>A reader's question under a notice that takes them. Others see it once it is answered, and never who asked.</summary>
public sealed class NoticeQuestion : RemovableWords, ISentOnce
{
    public const int TextMaxLength = 1_000;
    public const int AnswerMaxLength = 2_000;

    /// <summary>So many questions of one person under one notice may wait at a time.</summary>
    public const int MostWaiting = 3;

    private NoticeQuestion() { }

    /// <param name="waiting">How many questions of this person wait under the notice.</param>
    /// <exception cref="RuleBrokenException">The notice takes no questions, nothing is asked, or too many wait.</exception>
    public NoticeQuestion(Notice notice, string? text, string askedBy, int waiting, DateOnly on)
    {
        if (!notice.TakesQuestions || notice.State is not NoticeState.Published) throw new RuleBrokenException("This notice takes no questions.");
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBrokenException("Write your question.") { Field = nameof(Text) };
        if (waiting >= MostWaiting) throw new RuleBrokenException("{0} questions of yours wait for an answer here. Wait for it before you ask more.", waiting) { Field = nameof(Text) };

        (NoticeId, BranchId, Text, AskedBy, AskedOn) = (notice.Id, notice.BranchId, text, askedBy, on);
    }

    public int NoticeId { get; private init; }
    public Notice Notice { get; private init; } = null!;
    public string Text { get; private init; } = "";
    public DateOnly AskedOn { get; private init; }
    public Guid? SentKey { get; init; }

    /// <summary>Known until the answer was told; of a question that was turned down as long as it exists.</summary>
    public string? AskedBy { get; private set; }

    public string? Answer { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Answers it, or mends the answer.</summary>
    /// <exception cref="RuleBrokenException">Nothing is said, or it was turned down.</exception>
    public void Reply(string? answer, DateOnly on)
    {
        if (RemovedBecause is not null) throw new RuleBrokenException("This question was turned down.") { Field = nameof(Answer) };
        if (string.IsNullOrWhiteSpace(answer)) throw new RuleBrokenException("Write the answer.") { Field = nameof(Answer) };

        (Answer, AnsweredOn) = (answer, on);
    }

    /// <exception cref="RuleBrokenException">It is answered.</exception>
    public override void Remove(string? reason, string? by)
    {
        if (Answer is not null) throw new RuleBrokenException("This question is answered already.");

        base.Remove(reason, by);
    }

    public void ForgetAsker() => AskedBy = null;
}
