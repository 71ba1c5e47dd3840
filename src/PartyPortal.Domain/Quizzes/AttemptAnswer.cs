using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Quizzes;

/// <summary>What a learner answered to one question of an attempt. A row of its own, so that two windows of one learner never overwrite each other's answers.</summary>
public sealed class AttemptAnswer : IBelongToAccount, IVersioned
{
    private AttemptAnswer() { }

    internal AttemptAnswer(QuizAttempt attempt, Question question, int position) => (Attempt, AccountId, QuestionId, Question, Position) = (attempt, attempt.AccountId, question.Id, question, position);

    public int Id { get; private init; }
    public int AttemptId { get; private init; }
    public QuizAttempt Attempt { get; private init; } = null!;
    public string AccountId { get; private init; } = "";
    public int QuestionId { get; private init; }
    public Question Question { get; private init; } = null!;
    [Personal] public int Position { get; private init; }

    /// <summary>In the dress in which it is marked; null where nothing is answered.</summary>
    [Personal] public string? Given { get; private set; }

    /// <summary>Null until it is marked.</summary>
    [Personal] public Mark? Mark { get; private set; }

    /// <summary>By which state of the question's key.</summary>
    [Personal] public int KeyEdition { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Takes what a window shows as answered, where it was changed there: a window that was not touched overwrites nothing, of two that were the last one counts.</summary>
    /// <param name="seen">What the window showed when it was opened or last saved.</param>
    /// <param name="given">What it shows now.</param>
    /// <returns>Whether the answer is another one now.</returns>
    /// <exception cref="RuleBrokenException">It is no answer to this question.</exception>
    public bool Take(string? seen, string? given)
    {
        var tidy = Question.Tidy(given);
        if (tidy == Question.Tidy(seen) || tidy == Given) return false;

        Given = tidy;
        return true;
    }

    /// <returns>The words, where a person has to mark them.</returns>
    internal WrittenAnswer? MarkByKey()
    {
        var isMarked = Mark is not null && KeyEdition == Question.KeyEdition;
        if (Question.Kind is QuestionKind.ShortAnswer && Given is not null && !Question.IsVoid)
        {
            if (isMarked) return null;
            Mark = null;
            return new WrittenAnswer(this);
        }

        MarkAs(Question.IsVoid || Marking.IsRight(Question.Kind, Question.RightAnswer, Given) is true ? Quizzes.Mark.Right : Quizzes.Mark.Wrong, Question.KeyEdition);
        return null;
    }

    internal void MarkAs(Mark mark, int keyEdition) => (Mark, KeyEdition) = (mark, keyEdition);
}
