using MiniExcelLibs;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>Excel workbooks as schools send them, and as the portal gives them.</summary>
public static class Workbook
{
    public static byte[] Of(params object?[][] rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Select(row => row.Select((cell, at) => (Key: ((char)('A' + at)).ToString(), cell)).ToDictionary(c => c.Key, c => c.cell)), printHeader: false);
        return stream.ToArray();
    }

    /// <summary>The cells of every row, headings too.</summary>
    public static async Task<List<string[]>> ReadAsync(HttpResponseMessage file)
    {
        using var stream = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
        return [.. stream.Query(useHeaderRow: false).Cast<IDictionary<string, object?>>().Select(row => row.Values.Select(cell => cell?.ToString() ?? "").ToArray())];
    }
}
