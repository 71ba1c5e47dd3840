using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using PartyPortal.Domain;
using PartyPortal.Domain.People;

namespace PartyPortal.Web.Features.People;

/// <summary>The list of people as a workbook: the same columns each time, so that sheets of two years can be laid side by side.</summary>
internal sealed record PeopleSheet(byte[] Bytes, int Count)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string[] Names = ["姓名", "学号/工号", "所在党组织", "党小组", "发展阶段", "出生日期", "申请入党日期", "入党日期", "转正日期", "电子邮箱"];

    public static async Task<PeopleSheet> OfAsync(IQueryable<Person> people)
    {
        var rows = await people.OrderBy(p => p.NameKey).ThenBy(p => p.Id)
            .Select(p => new { p.Name, p.Number, Branch = p.Branch.Name, Group = p.Group!.Name, p.Stage, p.BornOn, p.AppliedOn, p.AdmittedOn, p.ConvertedOn, p.Email }).ToListAsync();
        var lines = rows.Select(p => new Dictionary<string, object?>
        {
            ["姓名"] = Plain(p.Name),
            ["学号/工号"] = Plain(p.Number),
            ["所在党组织"] = Plain(p.Branch),
            ["党小组"] = Plain(p.Group),
            ["发展阶段"] = StageWords.Chinese(p.Stage),
            ["出生日期"] = Day(p.BornOn),
            ["申请入党日期"] = Day(p.AppliedOn),
            ["入党日期"] = Day(p.AdmittedOn),
            ["转正日期"] = Day(p.ConvertedOn),
            ["电子邮箱"] = Plain(p.Email),
        });

        using var stream = new MemoryStream();
        await stream.SaveAsAsync(rows.Count > 0 ? lines : [Columns()]);
        return new PeopleSheet(stream.ToArray(), rows.Count);
    }

    /// <summary>The faulty rows as they were sent, with what is wrong behind, to be mended and sent again.</summary>
    public static async Task<byte[]> FaultsAsync(Roster roster, IReadOnlyList<RosterVerdict> verdicts, Func<RuleBrokenException, string> words)
    {
        var lines = verdicts.Where(v => v.Fault is not null).Select(v => Line([.. v.Line.Cells.Select(Plain), words(v.Fault!)]));
        using var stream = new MemoryStream();
        await stream.SaveAsAsync(lines.Prepend(Line([.. roster.Headings.Select(Plain), "问题"])), printHeader: false);
        return stream.ToArray();
    }

    private static Dictionary<string, object?> Line(string?[] cells) => cells.Select((cell, at) => ($"C{at}", cell)).ToDictionary(c => c.Item1, object? (c) => c.cell);

    private static Dictionary<string, object?> Columns() =>
        Names.ToDictionary(name => name, object? (_) => null);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A text that a spreadsheet would run as a formula is shown as text.</summary>
    public static string? Plain(string? text) => text is { Length: > 0 } && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
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
