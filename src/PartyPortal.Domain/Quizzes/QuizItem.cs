using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Quizzes;

/// <summary>A part of a quiz: one chosen question, or some drawn by chance under a tag.</summary>
public sealed class QuizItem : IBelongToBranch
{
    public const int MostDrawn = 50;

    private QuizItem() { }

    internal QuizItem(int branchId, int number, int? questionId, string? tag, int count) => (BranchId, Number, QuestionId, Tag, Count) = (branchId, number, questionId, tag, count);

    public int QuizId { get; private init; }
    public int BranchId { get; private init; }

    /// <summary>Stays when others come and go; the order in which they are asked.</summary>
    public int Number { get; private init; }

    public int? QuestionId { get; private init; }
    public string? Tag { get; private init; }
    public int Count { get; private init; }
}
