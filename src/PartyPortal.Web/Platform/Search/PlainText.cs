using System.Net;
using System.Text.RegularExpressions;

namespace PartyPortal.Web.Platform.Search;

/// <summary>The words of a cleaned rich text, to be searched and encoded again before they are shown.</summary>
internal static partial class PlainText
{
    public static string Of(string? html) =>
        string.IsNullOrEmpty(html) ? "" : Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(Block().Replace(html, " "), "")), " ").Trim();

    [GeneratedRegex(@"</?(?:p|div|br|h[2-4]|li|ul|ol|tr|t[dh]|table|blockquote|pre|hr|fig\w+)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
