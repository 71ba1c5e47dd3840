using System.Globalization;
using MiniExcelLibs;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Audit;

/// <summary>Rows of the audit as a workbook, in Beijing time.</summary>
internal static class AuditSheet
{
    public const int MostRows = 10_000;

    public static async Task<byte[]> WriteAsync(IEnumerable<AuditRow> rows)
    {
        using var stream = new MemoryStream();
        await stream.SaveAsAsync(rows.Select(row => new Dictionary<string, object?>
        {
            ["序号"] = row.Id,
            ["时间"] = PortalClock.InShanghai(row.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["用户名"] = Sheet.Plain(row.UserName),
            ["身份"] = row.Role,
            ["党组织"] = Sheet.Plain(row.Branch),
            ["操作"] = row.Action,
            ["对象"] = Sheet.Plain(row.Subject),
            ["变更内容"] = Sheet.Plain(row.Detail),
        }));
        return stream.ToArray();
    }
}
