using Ganss.Xss;

namespace PartyPortal.Web.Platform;

/// <summary>HTML of people: cleaned when it is saved and again when it is shown. Cleaning twice changes nothing.</summary>
public static class RichText
{
    // Markup that is nested wrongly is read otherwise once it was written out; it settles at the second or third time.
    private const int MostRounds = 8;

    private static readonly HtmlSanitizer Sanitizer = Build();

    public static string Clean(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return "";

        for (var round = 0; round < MostRounds; round++)
        {
            var clean = Sanitizer.Sanitize(html).Trim();
            if (clean == html) return clean;
            html = clean;
        }

        return System.Net.WebUtility.HtmlEncode(html);
    }

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(["p", "br", "h2", "h3", "h4", "strong", "b", "em", "i", "u", "s", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "a", "img", "hr", "sub", "sup", "figure", "figcaption", "code", "pre"], StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "src", "alt", "title", "colspan", "rowspan", "scope", "width", "height"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.KeepChildNodes = false;
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link) link.SetAttribute("rel", "noopener nofollow");
        };
        sanitizer.AllowedAttributes.Add("rel");
        return sanitizer;
    }
}
