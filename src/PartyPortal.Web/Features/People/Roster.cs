using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>What a column of an uploaded sheet means.</summary>
public enum RosterColumn
{
    [Display(Name = "Not used")]
    Unused,

    [Display(Name = "Full name")]
    Name,

    [Display(Name = "Student or staff number")]
    Number,

    [Display(Name = "Stage")]
    Stage,

    [Display(Name = "Born on")]
    BornOn,

    [Display(Name = "Applied on")]
    AppliedOn,

    [Display(Name = "Admitted on")]
    AdmittedOn,

    [Display(Name = "Full member since")]
    ConvertedOn,

    [Display(Name = "E-mail")]
    Email,

    [Display(Name = "Phone")]
    Phone,

    [Display(Name = "ID number")]
    IdNumber,
}

/// <summary>A list of people as schools send it.</summary>
internal static class Roster
{
    /// <summary>The example in the template begins so and is nobody.</summary>
    public const string Example = "示例：";

    /// <exception cref="RuleBrokenException">It is no workbook, too large, or has no heading with a name or no row.</exception>
    public static Sheet Read(byte[] workbook)
    {
        var sheet = Sheet.Read(workbook, heading => Meaning(heading) is RosterColumn.Name)
            ?? throw new RuleBrokenException("No heading of a column with names was found. Use the template, or name the column 姓名.") { Field = nameof(WorkbookForm.Workbook) };
        var people = sheet.Lines.Where(line => !line.Cells.Any(cell => cell.StartsWith(Example, StringComparison.Ordinal))).ToList();
        return people.Count > 0 ? sheet with { Lines = people } : throw new RuleBrokenException("There is no row below the headings.") { Field = nameof(WorkbookForm.Workbook) };
    }

    /// <summary>What a heading means, spaces and capitals taken out.</summary>
    public static RosterColumn Meaning(string heading) => heading.TrimEnd('*', '＊', ':', '：') switch
    {
        "姓名" or "名字" or "党员姓名" or "学生姓名" or "name" or "fullname" => RosterColumn.Name,
        "学号" or "工号" or "学号/工号" or "学工号" or "工号/学号" or "学号或工号" or "学（工）号" or "学(工)号" or "number" => RosterColumn.Number,
        "发展阶段" or "政治面貌" or "人员类别" or "阶段" or "党员类型" or "党员类别" or "stage" => RosterColumn.Stage,
        "出生日期" or "出生年月" or "生日" or "出生年月日" or "出生时间" => RosterColumn.BornOn,
        "申请入党日期" or "申请入党时间" or "递交入党申请书时间" or "递交入党申请书日期" or "申请时间" => RosterColumn.AppliedOn,
        "入党日期" or "入党时间" or "加入党组织日期" or "接收预备党员时间" or "成为预备党员时间" => RosterColumn.AdmittedOn,
        "转正日期" or "转正时间" or "转为正式党员日期" or "成为正式党员时间" => RosterColumn.ConvertedOn,
        "电子邮箱" or "邮箱" or "电子邮件" or "e-mail" or "email" => RosterColumn.Email,
        "手机" or "手机号" or "手机号码" or "电话" or "电话号码" or "联系电话" or "联系方式" or "phone" => RosterColumn.Phone,
        "身份证号" or "身份证号码" or "身份证" or "公民身份号码" or "公民身份证号码" or "证件号码" or "idnumber" => RosterColumn.IdNumber,
        _ => RosterColumn.Unused,
    };
}
