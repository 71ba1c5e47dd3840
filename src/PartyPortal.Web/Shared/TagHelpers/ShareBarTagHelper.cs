using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>How large a part is, as a bar beside its figure, which says the same: screen readers pass it by.</summary>
[HtmlTargetElement("share-bar", Attributes = "count,of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShareBarTagHelper : TagHelper
{
    public int Count { get; set; }

    public int Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "share");
        output.Content.SetHtmlContent(new HtmlFormattableString(
            "<svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"share-all\" width=\"100\" height=\"8\"></rect><rect class=\"share-part\" width=\"{0}\" height=\"8\"></rect></svg>",
            (100m * Count / Of).ToString("0.#", CultureInfo.InvariantCulture)));
    }
}
