using AngleSharp.Dom;

namespace PartyPortal.Web.Features.Channels;

/// <summary>
/// A notice as the editor of WeChat articles takes it: it keeps style attributes and drops classes, links to other sites and pictures that are not its own.
/// The styles stand in what is copied and on no page of the portal.
/// </summary>
internal static class WeChatArticle
{
    private static readonly Dictionary<string, string> OfTag = new(StringComparer.Ordinal)
    {
        ["p"] = "margin:0 0 1em;font-size:16px;line-height:1.75;",
        ["h2"] = "margin:1.2em 0 .6em;font-size:19px;font-weight:bold;line-height:1.5;",
        ["h3"] = "margin:1em 0 .5em;font-size:17px;font-weight:bold;line-height:1.5;",
        ["h4"] = "margin:1em 0 .5em;font-size:16px;font-weight:bold;line-height:1.5;",
        ["ul"] = "margin:0 0 1em;padding-left:1.5em;",
        ["ol"] = "margin:0 0 1em;padding-left:1.5em;",
        ["li"] = "font-size:16px;line-height:1.75;",
        ["blockquote"] = "margin:0 0 1em;padding:.5em 1em;border-left:3px solid #b31b1b;",
        ["table"] = "width:100%;border-collapse:collapse;margin:0 0 1em;",
        ["th"] = "border:1px solid #999;padding:.4em .6em;font-size:15px;text-align:left;",
        ["td"] = "border:1px solid #999;padding:.4em .6em;font-size:15px;",
        ["img"] = "max-width:100%;height:auto;",
    };

    private static readonly Dictionary<string, string> OfClass = new(StringComparer.Ordinal)
    {
        ["align-center"] = "text-align:center;",
        ["align-right"] = "text-align:right;",
        ["align-justify"] = "text-align:justify;",
        ["indent-2"] = "text-indent:2em;",
        ["text-underline"] = "text-decoration:underline;",
        ["text-strike"] = "text-decoration:line-through;",
        ["text-red"] = "color:#c00000;",
        ["text-small"] = "font-size:14px;",
        ["text-large"] = "font-size:20px;",
    };

    public static string Write(IElement cleaned, string branch, string address, string origin)
    {
        var body = (IElement)cleaned.Clone();
        foreach (var link in body.QuerySelectorAll("a")) Spell(link, origin);
        foreach (var picture in body.QuerySelectorAll("img")) picture.SetAttribute("src", Whole(picture.GetAttribute("src"), origin));
        foreach (var element in body.QuerySelectorAll("*")) Style(element);
        body.AppendChild(Line(body, branch));
        body.AppendChild(Line(body, address));
        return body.InnerHtml;
    }

    /// <summary>A link becomes its words, with the address behind them where they do not name it.</summary>
    private static void Spell(IElement link, string origin)
    {
        var (words, target) = (link.TextContent.Trim(), Whole(link.GetAttribute("href"), origin));
        if (target.Length > 0 && !target.Contains(words, StringComparison.OrdinalIgnoreCase)) link.AppendChild(link.Owner!.CreateTextNode($"（{target}）"));
        link.Replace([.. link.ChildNodes]);
    }

    private static void Style(IElement element)
    {
        var style = OfTag.GetValueOrDefault(element.LocalName) + string.Concat(element.ClassList.Select(name => OfClass.GetValueOrDefault(name)));
        element.RemoveAttribute("class");
        if (style.Length > 0) element.SetAttribute("style", style);
    }

    private static IElement Line(IElement body, string words)
    {
        var line = body.Owner!.CreateElement("p");
        line.SetAttribute("style", "margin:1em 0 0;font-size:14px;line-height:1.75;color:#666;");
        line.TextContent = words;
        return line;
    }

    private static string Whole(string? address, string origin) => address is ['/', ..] ? origin + address : address ?? "";
}
