using System.Globalization;
using PartyPortal.Domain;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>The faulty rows as a workbook: each with its number and what is wrong, to be mended there and sent back.</summary>
internal static class RosterFaults
{
    private const string RowNumber = "行号";
    private const string Trouble = "问题";

    public static async Task<byte[]> SheetAsync(Sheet sheet, IReadOnlyList<RosterVerdict> verdicts, Func<RuleBrokenException, string> words)
    {
        var lines = verdicts.Where(v => v.Fault is not null)
            .Select(v => v.Line.Cells.Concat(Enumerable.Repeat("", sheet.Headings.Count - Math.Min(v.Line.Cells.Length, sheet.Headings.Count))).Prepend(Text(v.Line.Number)).Append(words(v.Fault!)));
        return await Sheet.WriteAsync(lines.Prepend(sheet.Headings.Prepend(RowNumber).Append(Trouble)));
    }

    /// <summary>A line that was deleted there leaves its row as it is.</summary>
    /// <exception cref="RuleBrokenException">It is another workbook.</exception>
    public static RosterMendForm Read(byte[] workbook, Sheet sheet)
    {
        var sent = Roster.Read(workbook);
        if (sent.Headings is not [RowNumber, ..] || !sent.Headings.Skip(1).Take(sheet.Headings.Count).SequenceEqual(sheet.Headings))
            throw new RuleBrokenException("These are not the faulty rows of this workbook. Download them here, mend them and send them back with the same columns.");

        return new RosterMendForm { Rows = [.. sent.Lines.Select(line => RowOf(line, sheet.Headings.Count)).OfType<MendedRow>()] };
    }

    private static MendedRow? RowOf(SheetLine line, int width) => int.TryParse(line.Cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new MendedRow { Number = number, Cells = Enumerable.Range(0, width).ToDictionary(at => at, string? (at) => at + 1 < line.Cells.Length ? line.Cells[at + 1] : "") }
        : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
