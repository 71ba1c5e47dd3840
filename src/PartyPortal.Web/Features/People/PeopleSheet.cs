using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>The list of people as a workbook: the same columns each time, so that sheets of two years can be laid side by side.</summary>
internal sealed record PeopleSheet(byte[] Bytes, int Count)
{
    private static readonly string[] Names = ["姓名", "学号/工号", "所在党组织", "党小组", "发展阶段", "出生日期", "申请入党日期", "入党日期", "转正日期", "电子邮箱"];

    public static async Task<PeopleSheet> OfAsync(IQueryable<Person> people)
    {
        var rows = await people.OrderBy(p => p.NameKey).ThenBy(p => p.Id)
            .Select(p => new { p.Name, p.Number, Branch = p.Branch.Name, Group = p.Group!.Name, p.Stage, p.BornOn, p.AppliedOn, p.AdmittedOn, p.ConvertedOn, p.Email }).ToListAsync();
        var lines = rows.Select(p => new Dictionary<string, object?>
        {
            ["姓名"] = Sheet.Plain(p.Name),
            ["学号/工号"] = Sheet.Plain(p.Number),
            ["所在党组织"] = Sheet.Plain(p.Branch),
            ["党小组"] = Sheet.Plain(p.Group),
            ["发展阶段"] = StageWords.Chinese(p.Stage),
            ["出生日期"] = Day(p.BornOn),
            ["申请入党日期"] = Day(p.AppliedOn),
            ["入党日期"] = Day(p.AdmittedOn),
            ["转正日期"] = Day(p.ConvertedOn),
            ["电子邮箱"] = Sheet.Plain(p.Email),
        });

        using var stream = new MemoryStream();
        await stream.SaveAsAsync(rows.Count > 0 ? lines : [Columns()]);
        return new PeopleSheet(stream.ToArray(), rows.Count);
    }

    private static Dictionary<string, object?> Columns() =>
        Names.ToDictionary(name => name, object? (_) => null);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How the workbooks of schools call the stages.</summary>
internal static class StageWords
{
    public static string Chinese(Stage stage) => stage switch
    {
        Stage.Applicant => "入党申请人",
        Stage.Activist => "入党积极分子",
        Stage.Candidate => "发展对象",
        Stage.ProbationaryMember => "预备党员",
        Stage.FullMember => "正式党员",
        Stage.Former => "已转出",
        _ => "群众",
    };
}
