namespace PartyPortal.Domain.Branches;

/// <summary>What a branch was called and where it stood for a time: From inclusive, Until exclusive, days of Asia/Shanghai.</summary>
public sealed class BranchPeriod
{
    private BranchPeriod() { }

    internal BranchPeriod(Branch branch, DateOnly from)
    {
        Branch = branch;
        Name = branch.Name;
        Kind = branch.Kind;
        Parent = branch.Parent;
        From = from;
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public int? ParentId { get; private init; }
    public Branch? Parent { get; private init; }
    public string Name { get; private init; } = "";
    public BranchKind Kind { get; private init; }
    public DateOnly From { get; private init; }
    public DateOnly? Until { get; private set; }

    internal void EndOn(DateOnly day) => Until = day;
}
