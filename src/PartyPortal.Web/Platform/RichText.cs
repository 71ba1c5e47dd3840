using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace PartyPortal.Web.Platform;

/// <summary>HTML of people: cleaned when it is saved and again when it is shown. Cleaning twice changes nothing.</summary>
public static class RichText
{
    private static readonly string[] Classes = ["align-center", "align-right", "align-justify", "indent-2", "text-underline", "text-strike", "text-red", "text-small", "text-large"];

    /// <summary>Whose inside is no text of people.</summary>
    private static readonly HashSet<string> Dropped = new(
        ["script", "style", "head", "title", "meta", "link", "base", "xml", "template", "noscript", "noembed", "noframes", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "math", "select", "textarea", "button", "form", "input", "xmp", "plaintext", "listing", "audio", "video", "canvas", "dialog"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Active = new(
        ["script", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "math", "form", "input", "button", "select", "textarea", "audio", "video", "canvas", "dialog", "base"], StringComparer.OrdinalIgnoreCase);

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

    /// <summary>The beginning as plain text, cut between words where it can be.</summary>
    public static string Excerpt(string? html, int length)
    {
        var text = string.Join(' ', new HtmlParser().ParseDocument(Clean(html)).QuerySelectorAll("p, li, h2, h3, h4, td, th, blockquote, pre")
            .Where(block => block.QuerySelector("p, li") is null).SelectMany(block => block.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return text.Length <= length ? text : text[..length].TrimEnd() + "…";
    }

    /// <summary>Whether cleaning takes out more than looks: what could run, load or ask for something. Its writer is told.</summary>
    public static bool HoldsActive(string? html) => new HtmlParser().ParseDocument(html ?? "").All.Any(element => Active.Contains(element.LocalName)
        || element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || (a.Name is "href" or "src" && a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))));

    /// <summary>All its words, a block a line; where a link leads and what a picture shows stand behind them.</summary>
    public static IReadOnlyList<string> Lines(string? html)
    {
        var document = new HtmlParser().ParseDocument(Clean(html));
        foreach (var link in document.QuerySelectorAll("a[href]")) link.Append(document.CreateTextNode($" ({link.GetAttribute("href")})"));
        foreach (var picture in document.QuerySelectorAll("img")) picture.Replace(document.CreateTextNode($"[{picture.GetAttribute("alt")} {picture.GetAttribute("src")}]"));
        foreach (var block in document.QuerySelectorAll("p, div, br, h2, h3, h4, li, tr, blockquote, pre, hr, figure, figcaption")) block.After(document.CreateTextNode("\n"));
        foreach (var cell in document.QuerySelectorAll("td, th")) cell.After(document.CreateTextNode(" | "));
        return document.Body!.TextContent.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(["p", "div", "span", "br", "h2", "h3", "h4", "strong", "b", "em", "i", "u", "s", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "a", "img", "hr", "sub", "sup", "figure", "figcaption", "code", "pre"], StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["class", "href", "src", "alt", "title", "colspan", "rowspan", "scope", "width", "height"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.AllowedAttributes.Add("rel");
        sanitizer.AllowedClasses.UnionWith(Classes);
        // What is not allowed loses its tag and keeps its words: Word puts half of a text into tags of its own.
        sanitizer.KeepChildNodes = true;
        sanitizer.RemovingTag += (_, e) =>
        {
            if (Dropped.Contains(e.Tag.LocalName)) e.Tag.InnerHtml = "";
        };
        sanitizer.RemovingAttribute += (_, e) =>
        {
            if (e.Attribute.Name is "style" or "align") e.Tag.ClassList.Add([.. StyleClasses.Of(e.Attribute.Name, e.Attribute.Value)]);
        };
        sanitizer.PostProcessDom += (_, e) => Tidy(e.Document);
        return sanitizer;
    }

    private static void Tidy(IDocument document)
    {
        foreach (var link in document.QuerySelectorAll("a")) link.SetAttribute("rel", "noopener nofollow");
        // A picture from elsewhere would tell its owner who reads; one without an address is a hole.
        foreach (var picture in document.QuerySelectorAll("img").Where(p => p.GetAttribute("src") is not { Length: > 1 } source || source[0] != '/' || source[1] == '/')) picture.Remove();
        foreach (var empty in document.QuerySelectorAll("[class='']")) empty.RemoveAttribute("class");
        foreach (var bare in document.QuerySelectorAll("span:not([class])").Reverse()) bare.Replace([.. bare.ChildNodes]);
    }
}
