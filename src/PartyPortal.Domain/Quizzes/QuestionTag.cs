using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Quizzes;

/// <summary>A word under which a question is found and drawn.</summary>
public sealed class QuestionTag : IBelongToBranch
{
    public const int NameMaxLength = 20;

    private QuestionTag() { }

    internal QuestionTag(int branchId, string name) => (BranchId, Name) = (branchId, name);

    public int QuestionId { get; private init; }
    public int BranchId { get; private init; }
    public string Name { get; private init; } = "";
}
