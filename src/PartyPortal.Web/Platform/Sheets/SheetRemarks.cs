using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace PartyPortal.Web.Platform.Sheets;

/// <summary>What a workbook has beside plain cells, so that nobody wonders at what was read of it.</summary>
internal static partial class SheetRemarks
{
    public static IReadOnlyList<string> Of(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        var sheets = zip.Entries.Where(e => SheetPart().IsMatch(e.FullName)).Select(Look).ToList();
        List<string> remarks = [];
        if (sheets.Exists(s => s.HasFormulas)) remarks.Add(Key("The workbook has formulas. What counts is the value that Excel last worked out and saved."));
        if (sheets.Exists(s => s.HasMerged)) remarks.Add(Key("The workbook has merged cells. Only the first of them has the text, the others count as empty: in rows of people, unmerge them and fill each."));
        if (zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) remarks.Add(Key("The workbook has macros. They are not run and not needed."));
        return remarks;
    }

    private static (bool HasFormulas, bool HasMerged) Look(ZipArchiveEntry sheet)
    {
        var (formulas, merged) = (false, false);
        using var xml = XmlReader.Create(sheet.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (!(formulas && merged) && xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;

            formulas |= xml.LocalName == "f";
            // A title over the whole table is merged nearly everywhere, and is no row of people.
            merged |= xml.LocalName == "mergeCell" && DownTheRows(xml.GetAttribute("ref") ?? "");
        }

        return (formulas, merged);
    }

    private static bool DownTheRows(string cells) => Range().Match(cells) is { Success: true } range && range.Groups[1].Value != range.Groups[2].Value;

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    [GeneratedRegex("^xl/worksheets/[^/]+\\.xml$")]
    private static partial Regex SheetPart();

    [GeneratedRegex("^[A-Z]+([0-9]+):[A-Z]+([0-9]+)$")]
    private static partial Regex Range();
}
