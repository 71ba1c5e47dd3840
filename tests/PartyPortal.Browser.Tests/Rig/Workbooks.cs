using MiniExcelLibs;

namespace PartyPortal.Browser.Tests.Rig;

internal static class Workbooks
{
    /// <summary>A workbook to send, cell by cell, without a heading of its own.</summary>
    public static FilePayload Of(string name, IEnumerable<string?[]> rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Select(row => row.Index().ToDictionary(cell => $"c{cell.Index}", cell => (object?)cell.Item)), printHeader: false);
        return new() { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = stream.ToArray() };
    }
}
