using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Branches;

/// <summary>A branch group (党小组): people of one branch who meet together. No level of the tree, and it holds no rights.</summary>
public sealed class BranchGroup : IBelongToBranch, IVersioned, IAudited
{
    public const int NameMaxLength = 60;

    private BranchGroup() { }

    /// <exception cref="RuleBrokenException">The organisation is no branch, or archived.</exception>
    public BranchGroup(Branch branch, string name)
    {
        if (branch.Kind is not BranchKind.Branch) throw new RuleBrokenException("Only a branch has groups.") { Field = nameof(Name) };
        if (branch.IsArchived) throw new RuleBrokenException("{0} is archived. Choose a branch that is in use.", branch.Name) { Field = nameof(Name) };

        Branch = branch;
        BranchId = branch.Id;
        Name = name;
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;

    /// <summary>Unique among the groups in use of its branch.</summary>
    public string Name { get; private set; } = "";

    public DateOnly? DissolvedOn { get; private set; }

    /// <summary>0 while the group lives, its id once dissolved, so that its name may be used again.</summary>
    public int Gone { get; private set; }

    public Guid Version { get; private set; }

    public bool IsDissolved => DissolvedOn is not null;

    public void Rename(string name)
    {
        RefuseDissolved();
        Name = name;
    }

    /// <summary>Ends the group. Its people stay in the branch and belong to no group: whoever dissolves it lets them leave in the same save.</summary>
    public void Dissolve(DateOnly on)
    {
        RefuseDissolved();
        DissolvedOn = on;
        Gone = Id;
    }

    private void RefuseDissolved()
    {
        if (IsDissolved) throw new RuleBrokenException("The group {0} is dissolved already.", Name);
    }
}
