using PartyPortal.Domain.Branches;

namespace PartyPortal.Web.Demo;

/// <summary>江海大学 and its organisations: one university committee, college committees, general branches, 24 branches. All invented.</summary>
internal sealed class DemoTree
{
    public const string TopCode = "DEMO";

    private static readonly string[] GroupNames = ["第一党小组", "第二党小组"];

    private readonly DateOnly _founded;
    private int _code = 100;

    public DemoTree(DateOnly today)
    {
        _founded = new DateOnly(today.Year - 8, 9, 1);
        Top = new Branch(TopCode, "中共江海大学委员会（演示）", BranchKind.UniversityCommittee, null, _founded) { Introduction = "江海大学是虚构的演示学校，这里的组织、人员和内容均为演示。", Office = "行政楼 201（演示）", ContactHours = "工作日 8:30–11:30，14:00–17:00", Telephone = "000-00000001" };
        Branches.Add(Top);

        var computing = Unit("信息学院党委", BranchKind.CollegeCommittee);
        Under(computing, BranchPeople.Staff, "信息学院教工第一党支部", "信息学院教工第二党支部");
        Under(computing, BranchPeople.Students, "信息学院本科生第一党支部", "信息学院本科生第二党支部", "信息学院研究生第一党支部", "信息学院研究生第二党支部");
        Marxism = Unit("马克思主义学院党总支", BranchKind.GeneralBranch);
        Under(Marxism, BranchPeople.Staff, "马克思主义学院教工党支部");
        Under(Marxism, BranchPeople.Students, "马克思主义学院本科生党支部", "马克思主义学院研究生党支部");
        var science = Unit("理学院党委", BranchKind.CollegeCommittee);
        Under(science, BranchPeople.Staff, "数学系教工党支部", "物理系教工党支部");
        Under(science, BranchPeople.Students, "理学院本科生第一党支部", "理学院本科生第二党支部", "理学院研究生党支部");
        var letters = Unit("文学院党总支", BranchKind.GeneralBranch);
        Under(letters, BranchPeople.Staff, "文学院教工党支部");
        Under(letters, BranchPeople.Students, "文学院本科生党支部", "文学院研究生党支部");
        var offices = Unit("机关党委", BranchKind.CollegeCommittee);
        Under(offices, BranchPeople.Staff, "组织部党支部", "学生工作部党支部", "教务处党支部", "图书馆党支部");
        var retired = Unit("离退休党总支", BranchKind.GeneralBranch);
        Under(retired, BranchPeople.Retired, "离退休第一党支部", "离退休第二党支部");
        Under(Top, BranchPeople.Staff, "校医院直属党支部");
        Groups = [.. Leaves.Where(b => b.People is BranchPeople.Students).SelectMany(b => GroupNames.Select(name => new BranchGroup(b, name)))];
    }

    public List<Branch> Branches { get; } = [];

    public Branch Top { get; }

    /// <summary>Two groups in each branch of students.</summary>
    public IReadOnlyList<BranchGroup> Groups { get; }

    /// <summary>The general branch of the demo's general-branch secretary.</summary>
    public Branch Marxism { get; }

    public IReadOnlyList<Branch> Leaves => [.. Branches.Where(b => b.Kind is BranchKind.Branch)];

    /// <summary>The branch of the demo's secretary, member and applicant.</summary>
    public Branch Home => Named("马克思主义学院本科生党支部");

    public Branch Named(string name) => Branches.Single(b => b.Name == name);

    private Branch Unit(string name, BranchKind kind) => Add(new Branch($"D{_code += 100}", name, kind, Top, _founded));

    private void Under(Branch parent, BranchPeople people, params string[] names)
    {
        foreach (var name in names)
            Add(new Branch($"D{++_code}", name, BranchKind.Branch, parent, _founded) { People = people, Introduction = "虚构的演示支部。", ContactHours = "每周三 14:30–16:30", Office = "综合楼 305（演示）" });
    }

    private Branch Add(Branch branch)
    {
        Branches.Add(branch);
        return branch;
    }
}
