using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Quizzes;

/// <summary>Words that wait to be marked by a person, who sees them without a name. The row is gone once the mark stands with the answer itself.</summary>
public sealed class WrittenAnswer : IBelongToBranch, IAnsweredBy, IVersioned
{
    private WrittenAnswer() { }

    internal WrittenAnswer(AttemptAnswer answer) =>
        (Answer, AnswerId, AccountId, Question, QuestionId, BranchId, Text, KeyEdition) = (answer, answer.Id, answer.AccountId, answer.Question, answer.QuestionId, answer.Question.BranchId, answer.Given!, answer.Question.KeyEdition);

    public int Id { get; private init; }
    public int AnswerId { get; private init; }
    public AttemptAnswer Answer { get; private init; } = null!;

    /// <summary>Only so that nobody marks what they wrote themselves.</summary>
    public string AccountId { get; private init; } = "";

    public int QuestionId { get; private init; }
    public Question Question { get; private init; } = null!;

    /// <summary>The organisation of the question: there it is marked.</summary>
    public int BranchId { get; private init; }

    [Personal] public string Text { get; private init; } = "";
    [Personal] public Mark? Mark { get; private set; }
    public string? MarkedBy { get; private set; }

    /// <summary>The state of the model answer by which it is marked.</summary>
    public int KeyEdition { get; private init; }

    public Guid Version { get; private set; }

    /// <summary>The learner adds it by handing in.</summary>
    public bool IsAnsweredBy(Viewer viewer) => viewer.AccountId == AccountId && Mark is null;

    /// <exception cref="RuleBrokenException">It is the marker's own, or no mark is chosen.</exception>
    public void MarkAs(Mark? mark, Viewer by)
    {
        if (by.AccountId == AccountId) throw new RuleBrokenException("Somebody else must mark what you wrote yourself.");
        if (mark is null) throw new RuleBrokenException("Choose a mark.") { Field = nameof(Mark) };

        (Mark, MarkedBy) = (mark, by.AccountId);
    }
}
