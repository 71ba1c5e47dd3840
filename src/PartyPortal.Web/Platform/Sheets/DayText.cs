using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyPortal.Web.Platform.Sheets;

/// <summary>A day as schools write it in a cell: 2005.07.04, 20041203, 2026年3月10日, 2026-3-10, or a spreadsheet's day number.</summary>
public static partial class DayText
{
    // Day numbers of a spreadsheet between 1920 and 2100; a bare year is none of them.
    private const int FirstSerial = 7306;
    private const int LastSerial = 73051;

    /// <returns>Null where the text is no day.</returns>
    public static DateOnly? Read(string text)
    {
        var parts = Numbers().Match(text.Trim());
        if (parts.Success) return Day(parts.Groups[1].Value, parts.Groups[2].Value, parts.Groups[3].Value);

        return int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial
            ? new DateOnly(1899, 12, 30).AddDays(serial)
            : null;
    }

    private static DateOnly? Day(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    [GeneratedRegex(@"^((?:19|20)[0-9]{2})(?:[年./\-](?=[0-9]{1,2}[月./\-])|(?=[0-9]{4}$))([0-9]{1,2}?)(?:[月./\-]|(?=[0-9]{2}$))([0-9]{1,2})日?$")]
    private static partial Regex Numbers();
}
