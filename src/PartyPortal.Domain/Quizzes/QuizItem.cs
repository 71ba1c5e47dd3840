using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Quizzes;

/// <summary>A part of a quiz: one chosen question, or some drawn by chance under a tag.</summary>
public sealed class QuizItem : IBelongToBranch
{
    public const int MostDrawn = 50;

    private QuizItem() { }

    internal QuizItem(int branchId, int number, int place, int? questionId, string? tag, int count) => (BranchId, Number, Place, QuestionId, Tag, Count) = (branchId, number, place, questionId, tag, count);

    public int QuizId { get; private init; }
    public int BranchId { get; private init; }

    /// <summary>Stays when others come, go and are moved.</summary>
    public int Number { get; private init; }

    /// <summary>From 1: the order in which they are asked.</summary>
    public int Place { get; internal set; }

    public int? QuestionId { get; private init; }
    public string? Tag { get; private init; }
    public int Count { get; private init; }
}
