using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PartyPortal.Web.Features.Channels;

/// <summary>A rich text as plain lines, every word of it: paragraphs apart, lists with their signs, a row of a table in one line.</summary>
internal static partial class PlainArticle
{
    private static readonly HashSet<string> Blocks = new(["p", "div", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "pre", "figure", "figcaption", "hr"], StringComparer.Ordinal);

    public static string Write(IElement body)
    {
        var text = new StringBuilder();
        Append(body, text);
        return Gaps().Replace(string.Join('\n', text.ToString().Split('\n').Select(line => line.Trim())), "\n\n").Trim();
    }

    private static void Append(INode node, StringBuilder text)
    {
        if (node is IText words) text.Append(Spaces().Replace(words.Data, " "));
        if (node is not IElement element) return;

        text.Append(Before(element));
        foreach (var child in element.ChildNodes) Append(child, text);
        if (Blocks.Contains(element.LocalName) && !IsInLine(element)) text.Append("\n\n");
    }

    private static string Before(IElement element) => element.LocalName switch
    {
        "br" or "tr" => "\n",
        "li" => $"\n{SignOf(element)} ",
        "th" or "td" => element.PreviousElementSibling is null ? "" : " | ",
        _ when IsInLine(element) => element.PreviousElementSibling is not null && Blocks.Contains(element.LocalName) ? " " : "",
        var name => Blocks.Contains(name) ? "\n\n" : "",
    };

    /// <summary>A paragraph or a list inside an item or a cell goes on where that stands.</summary>
    private static bool IsInLine(IElement element) => element.ParentElement is { LocalName: "li" or "td" or "th" };

    private static string SignOf(IElement item) =>
        item.ParentElement is { LocalName: "ol" } list ? string.Create(CultureInfo.InvariantCulture, $"{list.Children.Index(item) + 1}.") : "•";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gaps();
}
