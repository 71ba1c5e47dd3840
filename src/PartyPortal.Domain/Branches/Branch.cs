using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Branches;

/// <summary>What an organisation of the tree is (支部工作条例(试行), 高校基层组织工作条例, article numbers 待核).</summary>
public enum BranchKind
{
    [Display(Name = "University committee")]
    UniversityCommittee = 1,

    [Display(Name = "College committee")]
    CollegeCommittee,

    [Display(Name = "General branch")]
    GeneralBranch,

    [Display(Name = "Branch")]
    Branch,
}

/// <summary>Who belongs to a branch. Retired members are members with full rights.</summary>
public enum BranchPeople
{
    [Display(Name = "Mixed")]
    Mixed = 1,

    [Display(Name = "Staff")]
    Staff,

    [Display(Name = "Students")]
    Students,

    [Display(Name = "Retired")]
    Retired,
}

/// <summary>An organisation of the tree: committee, general branch or branch.</summary>
public sealed class Branch : IVersioned, IAudited
{
    public const int CodeMaxLength = 20;
    public const int NameMaxLength = 100;
    public const int TextMaxLength = 2000;
    public const int TelephoneMaxLength = 40;
    public const int PathMaxLength = 120;
    public const int DeepestLevel = 6;

    private readonly List<Branch> _children = [];
    private readonly List<BranchPeriod> _periods = [];

    private Branch() { }

    /// <exception cref="RuleBrokenException">The kind may not stand there, or the parent is archived.</exception>
    public Branch(string code, string name, BranchKind kind, Branch? parent, DateOnly foundedOn)
    {
        RefuseUnfit(kind, parent);
        Code = code;
        CodeKey = KeyOf(code);
        Name = name;
        Kind = kind;
        Parent = parent;
        FoundedOn = foundedOn;
        _periods.Add(new BranchPeriod(this, foundedOn));
    }

    public int Id { get; private init; }
    public string Code { get; private set; } = "";

    /// <summary>The code in upper case: unique among the branches that are not archived.</summary>
    public string CodeKey { get; private set; } = "";

    public string Name { get; private set; } = "";
    public BranchKind Kind { get; private set; }
    public BranchPeople People { get; set; } = BranchPeople.Mixed;
    public int? ParentId { get; private set; }
    public Branch? Parent { get; private set; }
    public IReadOnlyList<Branch> Children => _children;
    public IReadOnlyList<BranchPeriod> Periods => _periods;

    /// <summary>The ids from the top down to this one, "/00001/00004/". Written by the portal when it saves, never by hand.</summary>
    public string Path { get; private set; } = "";

    public DateOnly FoundedOn { get; set; }
    public DateOnly? ArchivedOn { get; private set; }

    /// <summary>0 while the branch lives, its id once archived, so that code and name may be used again.</summary>
    public int Gone { get; private set; }

    public string? Introduction { get; set; }
    public string? Office { get; set; }
    public string? ContactHours { get; set; }
    public string? Telephone { get; set; }
    public Guid Version { get; private set; }

    /// <summary>Approves admissions (待核): a general branch deliberates and passes on.</summary>
    public bool HasApprovalPower => Kind is BranchKind.UniversityCommittee or BranchKind.CollegeCommittee;

    public bool IsArchived => ArchivedOn is not null;

    public IEnumerable<int> PathIds => IdsIn(Path);

    public static IEnumerable<int> IdsIn(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);

    public static string KeyOf(string code) => code.Trim().ToUpperInvariant();

    /// <summary>The path that belongs to an id below a parent's path; null is the top of the tree.</summary>
    public static string PathUnder(string? parentPath, int id) => $"{parentPath ?? "/"}{id:D5}/";

    /// <summary>Whether a kind may stand under another; null is the top of the tree.</summary>
    public static bool MayStandUnder(BranchKind kind, BranchKind? parent) => (kind, parent) switch
    {
        (BranchKind.UniversityCommittee, null) => true,
        (BranchKind.CollegeCommittee, BranchKind.UniversityCommittee) => true,
        (BranchKind.GeneralBranch, BranchKind.UniversityCommittee or BranchKind.CollegeCommittee) => true,
        (BranchKind.Branch, BranchKind.UniversityCommittee or BranchKind.CollegeCommittee or BranchKind.GeneralBranch) => true,
        _ => false,
    };

    public void Rename(string code, string name, DateOnly on)
    {
        Code = code;
        CodeKey = KeyOf(code);
        if (name == Name) return;

        Name = name;
        TurnPage(on);
    }

    /// <summary>Moves this branch with all below it. The whole subtree must be loaded: its paths change in the same save.</summary>
    /// <exception cref="RuleBrokenException">The move would make a cycle, or the kind may not stand there.</exception>
    public void MoveUnder(Branch parent, DateOnly on)
    {
        if (parent == this || parent.Path.StartsWith(Path, StringComparison.Ordinal))
            throw new RuleBrokenException("{0} cannot be moved under itself or a branch below it.", Name) { Field = "ParentId" };
        RefuseUnfit(Kind, parent);
        if (parent.Id == ParentId) return;

        Parent = parent;
        ParentId = parent.Id;
        TurnPage(on);
        SettlePath();
    }

    public void Archive(DateOnly on)
    {
        if (IsArchived) throw new RuleBrokenException("{0} is archived already.", Name);
        if (_children.Any(c => !c.IsArchived)) throw new RuleBrokenException("{0} still has branches below it. Archive or move them first.", Name);

        ArchivedOn = on;
        Gone = Id;
    }

    public void Restore()
    {
        if (!IsArchived) throw new RuleBrokenException("{0} is not archived.", Name);
        if (Parent is { IsArchived: true }) throw new RuleBrokenException("The parent of {0} is archived. Restore the parent first.", Name);

        ArchivedOn = null;
        Gone = 0;
    }

    /// <summary>Writes the path of this branch and of all that are loaded below it. Called by the portal once the id is known.</summary>
    public void SettlePath()
    {
        Path = PathUnder(Parent?.Path, Id);
        foreach (var child in _children) child.SettlePath();
    }

    private static void RefuseUnfit(BranchKind kind, Branch? parent)
    {
        if (!MayStandUnder(kind, parent?.Kind))
            throw new RuleBrokenException("An organisation of this kind cannot stand there. Choose another parent or another kind.") { Field = "ParentId" };
        if (parent is { IsArchived: true })
            throw new RuleBrokenException("{0} is archived. Choose a parent that is in use.", parent.Name) { Field = "ParentId" };
    }

    private void TurnPage(DateOnly on)
    {
        if (_periods.SingleOrDefault(p => p.Until is null) is { } open) open.EndOn(on);
        _periods.Add(new BranchPeriod(this, on));
    }
}
