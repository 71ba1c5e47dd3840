using System.Globalization;

namespace PartyPortal.Web.Platform;

/// <summary>The few styles of a pasted text that mean something, as classes: the content policy allows no style attribute on a page.</summary>
internal static class StyleClasses
{
    private static readonly string[] Reds = ["red", "#f00", "#ff0000", "#c00000", "rgb(255,0,0)", "rgb(192,0,0)"];

    public static IEnumerable<string> Of(string attribute, string value) => attribute == "align"
        ? Aligned(value.Trim().ToLowerInvariant())
        : value.Split(';').Select(declaration => declaration.Split(':', 2)).Where(parts => parts.Length == 2)
            .SelectMany(parts => Of((parts[0].Trim().ToLowerInvariant(), parts[1].Trim().ToLowerInvariant()))).Distinct();

    private static IEnumerable<string> Of((string Property, string Value) style) => style.Property switch
    {
        "text-align" => Aligned(style.Value),
        "text-indent" when Points(style.Value) is > 0 => ["indent-2"],
        "text-decoration" or "text-decoration-line" => Decorated(style.Value),
        "color" when Reds.Contains(style.Value.Replace(" ", "", StringComparison.Ordinal)) => ["text-red"],
        "font-size" => Sized(Points(style.Value)),
        _ => [],
    };

    private static string[] Aligned(string value) => value switch
    {
        "center" => ["align-center"],
        "right" or "end" => ["align-right"],
        "justify" => ["align-justify"],
        _ => [],
    };

    private static IEnumerable<string> Decorated(string value)
    {
        if (value.Contains("underline", StringComparison.Ordinal)) yield return "text-underline";
        if (value.Contains("line-through", StringComparison.Ordinal)) yield return "text-strike";
    }

    // 小五 (9 pt) and less is small, 小二 (18 pt) and more large; between them lies what each program calls normal.
    private static string[] Sized(double? points) => points switch
    {
        > 0 and <= 9 => ["text-small"],
        >= 18 => ["text-large"],
        _ => [],
    };

    /// <summary>A length in points; null for what is no plain length.</summary>
    private static double? Points(string value)
    {
        (string Unit, double Points)[] units = [("pt", 1), ("px", 0.75), ("em", 12), ("cm", 28.35), ("mm", 2.835)];
        foreach (var (unit, points) in units)
        {
            if (value.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(value[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var length)) return length * points;
        }

        return null;
    }
}
