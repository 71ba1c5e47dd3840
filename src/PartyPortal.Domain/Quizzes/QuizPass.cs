using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Quizzes;

/// <summary>That somebody has passed a quiz, and nothing else: neither when nor how well nor at which attempt. Whoever asked them to pass it sees this alone.</summary>
public sealed class QuizPass : IBelongToAccount
{
    private QuizPass() { }

    public QuizPass(int quizId, string accountId) => (QuizId, AccountId) = (quizId, accountId);

    public int Id { get; private init; }
    public int QuizId { get; private init; }
    public Quiz Quiz { get; private init; } = null!;
    public string AccountId { get; private init; } = "";
}
