using System.Text.RegularExpressions;

namespace PartyPortal.Web.Tests.Privacy;

/// <summary>docs/privacy.md, read: its rows, its sections and its list of what is about nobody.</summary>
internal sealed partial record PrivacyInventory(IReadOnlyList<InventoryRow> Rows, IReadOnlyList<string> Sections, IReadOnlyList<(string Table, string Column)> AboutNobody)
{
    private const string Last = "What is about nobody";

    public static PrivacyInventory Read()
    {
        var (rows, sections, nobody, section) = (new List<InventoryRow>(), new List<string>(), new List<(string, string)>(), "");
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "../../../../../docs/privacy.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) section = line[3..].Trim();
            if (line.StartsWith("## ", StringComparison.Ordinal) && section != Last) sections.Add(section);
            var cells = Cells(line);
            if (section != Last && cells is [not "table", _, _, _, _, _, _]) rows.Add(new InventoryRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]));
            if (section == Last && cells is [not "table", _, { Length: > 0 }]) nobody.AddRange(cells[1].Split(',').Select(column => (cells[0], column.Trim())));
        }

        return new PrivacyInventory(rows, sections, nobody);
    }

    private static string[] Cells(string line) =>
        line.StartsWith('|') && !Rule().IsMatch(line) ? [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())] : [];

    [GeneratedRegex("^[|-]+$")]
    private static partial Regex Rule();
}

/// <summary>A column about a person.</summary>
internal sealed record InventoryRow(string Table, string Column, string Purpose, string Term, string SeenBy, string ExportName, string Protection);
