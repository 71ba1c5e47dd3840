using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Study;

/// <summary>A word under which a material is found. It is seen where its material is seen.</summary>
public sealed class StudyTag : IBelongToBranch
{
    public const int NameMaxLength = 20;

    private StudyTag() { }

    internal StudyTag(int branchId, string name) => (BranchId, Name) = (branchId, name);

    public int MaterialId { get; private init; }
    public int BranchId { get; private init; }
    public string Name { get; private init; } = "";
}
