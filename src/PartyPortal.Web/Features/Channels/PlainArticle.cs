using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace PartyPortal.Web.Features.Channels;

/// <summary>A rich text as plain lines: paragraphs apart, lists with their signs, a row of a table in one line.</summary>
internal static class PlainArticle
{
    private const string Blocks = "p, h2, h3, h4, li, tr, pre, figcaption";

    public static string Write(IElement body)
    {
        var text = new StringBuilder();
        foreach (var block in body.QuerySelectorAll(Blocks).Where(b => b.LocalName is "li" or "tr" || b.Closest("li, tr") is null))
        {
            if (LineOf(block) is { Length: > 0 } line) text.Append(line).Append(block.LocalName is "li" or "tr" && block.NextElementSibling is not null ? "\n" : "\n\n");
        }

        return text.Length > 0 ? text.ToString().TrimEnd() : Folded(body.TextContent);
    }

    private static string LineOf(IElement block) => block.LocalName switch
    {
        "tr" => string.Join(" | ", block.Children.Select(cell => Folded(cell.TextContent))),
        "li" => $"{SignOf(block)} {Folded(string.Concat(block.ChildNodes.Where(n => n is not IElement { LocalName: "ul" or "ol" }).Select(n => n.TextContent)))}",
        _ => Folded(block.TextContent),
    };

    private static string SignOf(IElement item) =>
        item.ParentElement is { LocalName: "ol" } list ? string.Create(CultureInfo.InvariantCulture, $"{list.Children.Index(item) + 1}.") : "•";

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
