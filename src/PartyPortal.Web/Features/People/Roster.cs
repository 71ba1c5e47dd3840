using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using PartyPortal.Domain;

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
}

/// <summary>A sheet as a school sends it: title rows above, spaces in headings, numbers and days in any dress.</summary>
internal sealed record Roster(IReadOnlyList<string> Headings, IReadOnlyList<RosterLine> Lines)
{
    public const int MostRows = 5000;
    private const long MostUnpackedBytes = 200L * 1024 * 1024;
    private const int DeepestHeading = 15;

    /// <exception cref="RuleBrokenException">It is no workbook, too large, or has no heading with a name.</exception>
    public static Roster Read(string path)
    {
        var rows = Cells(path);
        var top = rows.Take(DeepestHeading).ToList().FindIndex(row => row.Any(cell => Meaning(cell) is RosterColumn.Name));
        if (top < 0) throw new RuleBrokenException("No heading of a column with names was found. Use the template, or name the column 姓名.") { Field = "Workbook" };

        var lines = rows.Select((cells, at) => new RosterLine(at + 1, cells)).Skip(top + 1).Where(line => line.Cells.Any(cell => cell.Length > 0)).ToList();
        if (lines.Count > MostRows) throw new RuleBrokenException("At most {0} rows are taken at once.", MostRows) { Field = "Workbook" };

        return new Roster(rows[top], lines);
    }

    public RosterColumn[] Guess()
    {
        var seen = new HashSet<RosterColumn>();
        return [.. Headings.Select(Meaning).Select(column => seen.Add(column) ? column : RosterColumn.Unused)];
    }

    private static List<string[]> Cells(string path)
    {
        try
        {
            using (var zip = ZipFile.OpenRead(path))
            {
                if (zip.Entries.Sum(e => e.Length) > MostUnpackedBytes) throw new RuleBrokenException("The workbook is too large.") { Field = "Workbook" };
            }

            return [.. MiniExcel.Query(path, useHeaderRow: false, excelType: ExcelType.XLSX).Take(MostRows + DeepestHeading + 1)
                .Select(row => ((IDictionary<string, object?>)row).Values.Select(Text).ToArray())];
        }
        catch (Exception broken) when (broken is InvalidDataException or System.Xml.XmlException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new RuleBrokenException("This is no Excel workbook (.xlsx).") { Field = "Workbook" };
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.################", CultureInfo.InvariantCulture),
        _ => (Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").Trim(),
    };

    private static RosterColumn Meaning(string heading) => string.Concat(heading.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant() switch
    {
        "姓名" or "名字" or "党员姓名" or "name" or "fullname" => RosterColumn.Name,
        "学号" or "工号" or "学号/工号" or "学工号" or "工号/学号" or "学号或工号" or "number" => RosterColumn.Number,
        "发展阶段" or "政治面貌" or "人员类别" or "阶段" or "党员类型" or "stage" => RosterColumn.Stage,
        "出生日期" or "出生年月" or "生日" or "出生年月日" => RosterColumn.BornOn,
        "申请入党日期" or "申请入党时间" or "递交入党申请书时间" or "申请时间" => RosterColumn.AppliedOn,
        "入党日期" or "入党时间" or "加入党组织日期" or "接收预备党员时间" => RosterColumn.AdmittedOn,
        "转正日期" or "转正时间" or "转为正式党员日期" => RosterColumn.ConvertedOn,
        "电子邮箱" or "邮箱" or "e-mail" or "email" => RosterColumn.Email,
        _ => RosterColumn.Unused,
    };
}

/// <summary>A row of the sheet with its number there.</summary>
internal sealed record RosterLine(int Number, string[] Cells);
