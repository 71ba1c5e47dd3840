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
    public const int MostRows = 10_000;
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const long MostUnpackedBytes = 200L * 1024 * 1024;
    private const int DeepestHeading = 15;
    private const int MostSheets = 5;

    // How the old .xls begins, and so does an .xlsx under a password.
    private static readonly byte[] OldFormat = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The first sheet with the heading looked for: some workbooks begin with a cover.</summary>
    /// <returns>Null where no row near the top has it.</returns>
    /// <exception cref="RuleBrokenException">It is no workbook, or too large.</exception>
    public static Sheet? Read(byte[] workbook, Predicate<string> isMainHeading)
    {
        if (workbook.AsSpan().StartsWith(OldFormat)) throw Refused(Key("This is the old Excel format (.xls), or a password protects it. Save it as .xlsx without a password and send it again."));

        try
        {
            using var stream = new MemoryStream(workbook);
            RefuseBombs(stream);
            return Sheets(stream).Select(rows => Of(rows, isMainHeading)).FirstOrDefault(sheet => sheet is not null);
        }
        catch (Exception broken) when (broken is InvalidDataException or System.Xml.XmlException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Refused(Key("This is no Excel workbook (.xlsx)."));
        }
    }

    /// <summary>With rows that were mended on the page; a row without a cell is left out.</summary>
    public Sheet With(IReadOnlyDictionary<int, string[]> mended) => this with
    {
        Lines = [.. Lines.Select(line => mended.TryGetValue(line.Number, out var cells) ? line with { Cells = cells } : line).Where(line => line.Cells.Length > 0)],
    };

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

    /// <summary>A workbook of texts and numbers.</summary>
    public static async Task<byte[]> WriteAsync(IEnumerable<IEnumerable<object?>> rows)
    {
        using var stream = new MemoryStream();
        await stream.SaveAsAsync(rows.Select(row => row.Select((cell, at) => (Key: $"C{at}", Cell: cell is string text ? Plain(text) : cell)).ToDictionary(c => c.Key, c => c.Cell)), printHeader: false);
        return stream.ToArray();
    }

    /// <summary>A text that a spreadsheet would run as a formula is shown as text.</summary>
    public static string? Plain(string? text) => text is { Length: > 0 } && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    /// <summary>Pasted cells bring spaces without width; an apostrophe before = + - @ is what our own sheets put there.</summary>
    public static string Clean(string text)
    {
        var trimmed = text.Trim().Trim('\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF').Trim();
        return trimmed is ['\'', '=' or '+' or '-' or '@', ..] ? trimmed[1..] : trimmed;
    }

    private static Sheet? Of(List<string[]> rows, Predicate<string> isMainHeading)
    {
        var top = rows.Take(DeepestHeading).ToList().FindIndex(row => row.Any(cell => isMainHeading(Bare(cell))));
        if (top < 0) return null;

        var lines = rows.Select((cells, at) => new SheetLine(at + 1, cells)).Skip(top + 1).Where(line => line.Cells.Any(cell => cell.Length > 0)).ToList();
        return lines.Count <= MostRows
            ? new Sheet(rows[top], lines)
            : throw Refused(Key("The sheet has more than {0} rows. Split it into several workbooks and import them one after the other."), MostRows);
    }

    private static IEnumerable<List<string[]>> Sheets(Stream stream) =>
        stream.GetSheetNames().Take(MostSheets).Select(name => stream.Query(useHeaderRow: false, sheetName: name, excelType: ExcelType.XLSX).Take(MostRows + DeepestHeading + 1)
            .Select(row => ((IDictionary<string, object?>)row).Values.Select(Text).ToArray()).ToList());

    private static void RefuseBombs(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Sum(e => e.Length) > MostUnpackedBytes) throw Refused(Key("The workbook is too large."));
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.################", CultureInfo.InvariantCulture),
        _ => Clean(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? ""),
    };

    private static string Bare(string heading) => string.Concat(heading.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    private static RuleBrokenException Refused(string sentence, params object[] details) => new(sentence, details) { Field = nameof(WorkbookForm.Workbook) };

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;
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
