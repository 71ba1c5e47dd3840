using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Branches;

/// <summary>What a column of an uploaded tree means.</summary>
public enum BranchColumn
{
    [Display(Name = "Not used")]
    Unused,

    [Display(Name = "Code of the organisation")]
    Code,

    [Display(Name = "Name")]
    Name,

    [Display(Name = "Kind")]
    Kind,

    [Display(Name = "Code of the parent")]
    ParentCode,

    [Display(Name = "Founded on")]
    FoundedOn,

    [Display(Name = "Who belongs to it")]
    People,

    [Display(Name = "Office")]
    Office,

    [Display(Name = "Contact hours")]
    ContactHours,

    [Display(Name = "Telephone")]
    Telephone,
}

/// <summary>A list of organisations as a school keeps it, and the words it is written in.</summary>
internal static class BranchSheet
{
    private static readonly string[][] TemplateRows =
    [
        ["代码", "名称", "类型", "上级代码", "成立日期", "人员类型", "办公地点", "联系时间", "电话"],
        ["X01", "示例学院党委", "二级党委", "X", "2020-09-01", "混合", "示例楼 201", "工作日 8:30–11:30", "000-00000001"],
        ["X0101", "示例学院教工党支部", "党支部", "X01", "2020-09-01", "教职工", "", "", ""],
    ];

    /// <exception cref="RuleBrokenException">It is no workbook, too large, or has no heading with a code.</exception>
    public static Sheet Read(byte[] workbook) => Sheet.Read(workbook, heading => Meaning(heading) is BranchColumn.Code)
        ?? throw new RuleBrokenException("No heading of a column with codes was found. Use the template, or name the column 代码.") { Field = nameof(WorkbookForm.Workbook) };

    public static Task<byte[]> TemplateAsync() => Sheet.WriteAsync(TemplateRows);

    /// <summary>What a heading means, spaces and capitals taken out.</summary>
    public static BranchColumn Meaning(string heading) => heading switch
    {
        "代码" or "编号" or "编码" or "组织代码" or "组织编号" or "党组织代码" or "党组织编号" or "code" => BranchColumn.Code,
        "名称" or "全称" or "组织名称" or "党组织名称" or "支部名称" or "name" => BranchColumn.Name,
        "类型" or "类别" or "组织类型" or "组织类别" or "党组织类别" or "kind" => BranchColumn.Kind,
        "上级代码" or "上级编号" or "上级编码" or "上级组织代码" or "上级组织编号" or "上级党组织代码" or "所属上级代码" or "parent" or "parentcode" => BranchColumn.ParentCode,
        "成立日期" or "成立时间" or "设立日期" or "批准成立日期" or "foundedon" => BranchColumn.FoundedOn,
        "人员类型" or "支部类型" or "人员构成" => BranchColumn.People,
        "办公地点" or "办公室" or "地点" or "office" => BranchColumn.Office,
        "联系时间" or "接待时间" or "办公时间" => BranchColumn.ContactHours,
        "电话" or "联系电话" or "办公电话" or "telephone" => BranchColumn.Telephone,
        _ => BranchColumn.Unused,
    };

    /// <summary>Null for a word that is no kind. A plain 党委 is the university's at the top and a college's below it.</summary>
    public static BranchKind? Kind(string word, bool isTop) => word switch
    {
        "党委" => isTop ? BranchKind.UniversityCommittee : BranchKind.CollegeCommittee,
        "学校党委" or "校党委" or "高校党委" => BranchKind.UniversityCommittee,
        "二级党委" or "院系党委" or "学院党委" or "院级党委" or "基层党委" => BranchKind.CollegeCommittee,
        "党总支" or "总支" or "总支部" or "党总支部" => BranchKind.GeneralBranch,
        "党支部" or "支部" or "直属党支部" or "直属支部" => BranchKind.Branch,
        _ => null,
    };

    /// <summary>Null for a word that says nothing of people; empty is mixed.</summary>
    public static BranchPeople? People(string word) => word switch
    {
        "" or "混合" or "师生" or "师生混合" => BranchPeople.Mixed,
        "教职工" or "教工" or "教师" => BranchPeople.Staff,
        "学生" or "本科生" or "研究生" => BranchPeople.Students,
        "离退休" or "退休" => BranchPeople.Retired,
        _ => null,
    };
}
