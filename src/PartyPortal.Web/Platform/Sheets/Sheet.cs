using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using PartyPortal.Domain;

namespace PartyPortal.Web.Platform.Sheets;

/// <summary>A row of a sheet with its number there.</summary>
internal sealed record SheetLine(int Number, string[] Cells);

/// <summary>A sheet as it is sent: title rows above, spaces in headings, numbers and days in any dress.</summary>
internal sealed record Sheet(IReadOnlyList<string> Headings, IReadOnlyList<SheetLine> Lines)
{
    public const int MostRows = 5000;
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const long MostUnpackedBytes = 200L * 1024 * 1024;
    private const int DeepestHeading = 15;

    /// <returns>Null where no row near the top has the heading looked for.</returns>
    /// <exception cref="RuleBrokenException">It is no workbook, or too large.</exception>
    public static Sheet? Read(string path, Predicate<string> isMainHeading)
    {
        var rows = Cells(path);
        var top = rows.Take(DeepestHeading).ToList().FindIndex(row => row.Any(cell => isMainHeading(Bare(cell))));
        if (top < 0) return null;

        var lines = rows.Select((cells, at) => new SheetLine(at + 1, cells)).Skip(top + 1).Where(line => line.Cells.Any(cell => cell.Length > 0)).ToList();
        if (lines.Count > MostRows) throw new RuleBrokenException("At most {0} rows are taken at once.", MostRows) { Field = nameof(WorkbookForm.Workbook) };

        return new Sheet(rows[top], lines);
    }

    /// <summary>What each column means; the second of two that mean the same is not used.</summary>
    public TColumn[] Guess<TColumn>(Func<string, TColumn> meaning) where TColumn : struct, Enum
    {
        var seen = new HashSet<TColumn>();
        return [.. Headings.Select(heading => meaning(Bare(heading))).Select(column => seen.Add(column) ? column : default)];
    }

    /// <summary>The faulty rows as they were sent, with what is wrong behind, to be mended and sent again.</summary>
    public async Task<byte[]> FaultsAsync(IEnumerable<(SheetLine Line, RuleBrokenException? Fault)> verdicts, Func<RuleBrokenException, string> words)
    {
        var lines = verdicts.Where(v => v.Fault is not null).Select(v => v.Line.Cells.Append(words(v.Fault!)));
        return await WriteAsync(lines.Prepend(Headings.Append("问题")));
    }

    /// <summary>A workbook of texts.</summary>
    public static async Task<byte[]> WriteAsync(IEnumerable<IEnumerable<string>> rows)
    {
        using var stream = new MemoryStream();
        await stream.SaveAsAsync(rows.Select(row => row.Select((cell, at) => (Key: $"C{at}", Cell: Plain(cell))).ToDictionary(c => c.Key, object? (c) => c.Cell)), printHeader: false);
        return stream.ToArray();
    }

    /// <summary>A text that a spreadsheet would run as a formula is shown as text.</summary>
    public static string? Plain(string? text) => text is { Length: > 0 } && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static List<string[]> Cells(string path)
    {
        try
        {
            using (var zip = ZipFile.OpenRead(path))
            {
                if (zip.Entries.Sum(e => e.Length) > MostUnpackedBytes) throw new RuleBrokenException("The workbook is too large.") { Field = nameof(WorkbookForm.Workbook) };
            }

            return [.. MiniExcel.Query(path, useHeaderRow: false, excelType: ExcelType.XLSX).Take(MostRows + DeepestHeading + 1)
                .Select(row => ((IDictionary<string, object?>)row).Values.Select(Text).ToArray())];
        }
        catch (Exception broken) when (broken is InvalidDataException or System.Xml.XmlException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new RuleBrokenException("This is no Excel workbook (.xlsx).") { Field = nameof(WorkbookForm.Workbook) };
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.################", CultureInfo.InvariantCulture),
        _ => (Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").Trim(),
    };

    private static string Bare(string heading) => string.Concat(heading.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
}

/// <summary>The cells of a line by what their columns mean.</summary>
internal readonly record struct SheetColumns<TColumn>(TColumn[] Chosen) where TColumn : struct, Enum
{
    public string Cell(SheetLine line, TColumn column)
    {
        var at = Array.IndexOf(Chosen, column);
        return at >= 0 && at < line.Cells.Length ? line.Cells[at] : "";
    }

    /// <exception cref="RuleBrokenException">What stands there is no day.</exception>
    public DateOnly? Day(SheetLine line, TColumn column)
    {
        var text = Cell(line, column);
        return text.Length == 0 ? null : DayText.Read(text) ?? throw new RuleBrokenException("“{0}” is no day. Write it as 2026-03-10.", text);
    }
}
