using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Tests.Security;

/// <summary>Security row 15: whatever is written, what remains has no active part, and cleaning it again changes nothing.</summary>
public sealed class RichTextTests
{
    private static readonly string[] Ill =
    [
        "<script>", "</script>", "<svg>", "<math>", "<style>", "<iframe src=x>", "<img src=x ", "onerror=alert(1)", ">", "<a href=", "javascript:", "\"", "'", "`", "<!--", "-->", "<![CDATA[", "]]>",
            "<p>", "</p>", "<table>", "<td>", "<b>", "</b>", "<h2>", "<noscript>", "<template>", "<form action=x>", "<input autofocus onfocus=x>", "<base href=//x>", "<meta http-equiv=refresh>", "<object data=x>", "<embed src=x>",
            "<a href='JaVaScRiPt:x'>", "<a href='&#106;avascript:x'>", "<a href='data:text/html,x'>", "<p style='width:expression(x)'>", "<p class=x id=y>", "&lt;script&gt;", "&#60;img", "党建", "𠮷", "\u0000", "\n",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(Gen.Int[0, Ill.Length - 1].Select(i => Ill[i]), Gen.String[Gen.Char.AlphaNumeric, 0, 6]);

    [Fact]
    public void Cleaning_twice_is_cleaning_once_and_nothing_active_remains() => Piece.Array[0, 14].Select(string.Concat).Sample(html =>
    {
        var clean = RichText.Clean(html);

        Assert.Equal(clean, RichText.Clean(clean));
        Assert.Empty(new HtmlParser().ParseDocument(clean).All.Where(IsActive).Select(e => e.OuterHtml));
    }, iter: 1000);

    private static bool IsActive(IElement element) =>
        element.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "form" or "input" or "base" or "meta" or "link" or "svg" or "math" or "template" or "noscript"
        || element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "style" or "id" or "srcdoc" or "formaction"
            || (a.Name is "href" or "src" && a.Value.Trim() is var url && url.Contains(':', StringComparison.Ordinal) && !new[] { "http:", "https:", "mailto:", "tel:" }.Any(s => url.StartsWith(s, StringComparison.OrdinalIgnoreCase))));
}
