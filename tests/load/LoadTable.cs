using System.Text;

namespace PartyPortal.Load;

/// <summary>Puts the result files together into a page, between two marks.</summary>
internal static class LoadTable
{
    private const string Begin = "<!-- load table: written by tests/load/run.sh -->";
    private const string End = "<!-- end of the load table -->";

    public static void WriteInto(string page)
    {
        var text = File.ReadAllText(page);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(page, $"{text[..from]}\n{Table()}{text[to..]}");
    }

    private static string Table()
    {
        var table = new StringBuilder();
        AppendLine(table, Row.Head);
        table.AppendLine("|---|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var line in Directory.EnumerateFiles(Path.GetDirectoryName(new Ground("Sqlite", 1000).Results)!, "*.tsv").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)) AppendLine(table, line);
        return table.ToString().ReplaceLineEndings("\n");
    }

    private static void AppendLine(StringBuilder table, string line) => table.AppendLine($"| {string.Join(" | ", line.Split('\t'))} |");
}
