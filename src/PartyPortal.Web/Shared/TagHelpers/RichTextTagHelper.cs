using Microsoft.AspNetCore.Razor.TagHelpers;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>Formatted text of people, cleaned once more, whatever stands in the database.</summary>
[HtmlTargetElement("rich-text", Attributes = "html", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RichTextTagHelper : TagHelper
{
    public string? Html { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "article");
        output.Content.SetHtmlContent(RichText.Clean(Html));
    }
}
