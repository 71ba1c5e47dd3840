using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Quizzes;

public enum AppealState
{
    [Display(Name = "Being looked at")]
    Open = 1,

    [Display(Name = "Accepted")]
    Accepted,

    [Display(Name = "Not accepted")]
    Refused,
}

/// <summary>
/// A learner says that a question is wrong. Somebody who did not write it decides; what is then right is right for everybody who was asked.
/// The audit knows what became of the question; who appealed stands nowhere else than here.
/// </summary>
public sealed class Appeal : IBelongToBranch, IAnsweredBy, IVersioned
{
    public const int ReasonMaxLength = 1000;

    private Appeal() { }

    /// <exception cref="RuleBrokenException">The answer is not marked, the time is over, the question counts for everybody already, or no reason is given.</exception>
    public Appeal(AttemptAnswer answer, string? reason, int days, DateOnly today)
    {
        if (answer.Attempt.MarkedOn is not { } on) throw new RuleBrokenException("This attempt is not marked yet.");
        if (today > on.AddDays(days)) throw new RuleBrokenException("The time to appeal is over: it was {0} days.", days);
        if (answer.Question.IsVoid) throw new RuleBrokenException("This question counts as right for everybody already.");
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException("Say what is wrong about the question.") { Field = nameof(Reason) };

        (Question, QuestionId, BranchId, AccountId, Reason, On) = (answer.Question, answer.QuestionId, answer.Question.BranchId, answer.AccountId, reason, today);
    }

    public int Id { get; private init; }
    public int QuestionId { get; private init; }
    public Question Question { get; private init; } = null!;

    /// <summary>The organisation of the question.</summary>
    public int BranchId { get; private init; }

    public string AccountId { get; private init; } = "";
    [Personal] public string Reason { get; private init; } = "";
    public DateOnly On { get; private init; }
    public AppealState State { get; private set; } = AppealState.Open;

    /// <summary>What the reviewer says to whoever appealed.</summary>
    public string? Answer { get; private set; }

    public string? DecidedBy { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>Neither whoever sent it nor who wrote or edited the question decides.</summary>
    public bool MayBeDecidedBy(Viewer viewer) => viewer.AccountId != AccountId && viewer.AccountId != Question.WrittenBy && viewer.AccountId != Question.EditedBy;

    /// <summary>Its sender adds it, and decides nothing.</summary>
    public bool IsAnsweredBy(Viewer viewer) => viewer.AccountId == AccountId && State is AppealState.Open;

    /// <summary>The question is wrong: it was put right, or counts for everybody.</summary>
    /// <exception cref="RuleBrokenException">As for <see cref="Refuse"/>.</exception>
    public void Accept(string? answer, Viewer by) => Decide(AppealState.Accepted, answer, by);

    /// <exception cref="RuleBrokenException">It is decided, the reviewer sent it or wrote the question, or no reason is given.</exception>
    public void Refuse(string? answer, Viewer by) => Decide(AppealState.Refused, answer, by);

    private void Decide(AppealState state, string? answer, Viewer by)
    {
        if (State is not AppealState.Open) throw new RuleBrokenException("This appeal is decided already.");
        if (by.AccountId == AccountId) throw new RuleBrokenException("Somebody else must decide over your own appeal.");
        if (by.AccountId == Question.WrittenBy || by.AccountId == Question.EditedBy) throw new RuleBrokenException("Somebody who did not write this question must decide.");
        if (string.IsNullOrWhiteSpace(answer)) throw new RuleBrokenException("Say why you decide so.") { Field = nameof(Answer) };

        (State, Answer, DecidedBy) = (state, answer, by.AccountId);
    }
}
