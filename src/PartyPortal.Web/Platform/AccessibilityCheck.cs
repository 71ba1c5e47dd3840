using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Platform;

/// <summary>Looks in a text for what shuts out those who hear it read, or who go from heading to heading and from link to link.</summary>
public static class AccessibilityCheck
{
    private const int ExcerptLength = 30;

    /// <summary>Link texts that say nothing once they stand by themselves, as in a list of all links.</summary>
    private static readonly HashSet<string> Empty = new(["", "click here", "here", "link", "this link", "more", "read more", "see here", "点击这里", "点击此处", "点这里", "点此", "点击", "这里", "此处", "链接", "查看", "点击查看", "更多", "详情"], StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<AccessFault> Of(string? html)
    {
        var text = new HtmlParser().ParseDocument(html ?? "");
        return [.. Headings(text), .. Pictures(text), .. Links(text), .. Tables(text)];
    }

    private static IEnumerable<AccessFault> Headings(IDocument text)
    {
        // The title of the page stands above all of them.
        var above = 1;
        foreach (var heading in text.QuerySelectorAll("h2, h3, h4"))
        {
            var level = heading.LocalName[1] - '0';
            if (level > above + 1) yield return new AccessFault(Key("The heading “{0}” skips a level."), Excerpt(heading.TextContent));
            above = level;
        }
    }

    private static IEnumerable<AccessFault> Pictures(IDocument text) => text.QuerySelectorAll("img").Where(picture => string.IsNullOrWhiteSpace(picture.GetAttribute("alt")))
        .Select(picture => new AccessFault(Key("A picture has no words for those who cannot see it: {0}."), Excerpt(picture.GetAttribute("src")?.Split('/')[^1])));

    private static IEnumerable<AccessFault> Links(IDocument text)
    {
        foreach (var link in text.QuerySelectorAll("a[href]"))
        {
            var name = Excerpt(string.Join(' ', link.QuerySelectorAll("img").Select(picture => picture.GetAttribute("alt")).Prepend(link.TextContent)));
            if (Empty.Contains(name.Trim('。', '.', '…', '>', '»', ' '))) yield return new AccessFault(Key("The link “{0}” does not say where it leads."), name.Length > 0 ? name : Excerpt(link.GetAttribute("href")));
            else if (name.StartsWith("http", StringComparison.OrdinalIgnoreCase)) yield return new AccessFault(Key("The link “{0}” is read out letter by letter: write what it leads to."), name);
        }
    }

    private static IEnumerable<AccessFault> Tables(IDocument text) => text.QuerySelectorAll("table").Where(table => table.QuerySelector("th") is null)
        .Select(table => new AccessFault(Key("A table has no row or column of headings: {0}."), Excerpt(table.TextContent)));

    private static string Excerpt(string? words)
    {
        var line = string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= ExcerptLength ? line : line[..ExcerptLength] + "…";
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;
}
