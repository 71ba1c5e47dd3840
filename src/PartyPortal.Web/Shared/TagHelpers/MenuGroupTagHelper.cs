using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>A part of the menu under a heading. Where nothing in it is for the reader there is no heading either.</summary>
[HtmlTargetElement("menu-group", Attributes = "heading")]
public sealed class MenuGroupTagHelper : TagHelper
{
    public required string Heading { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var links = await output.GetChildContentAsync();
        if (!links.GetContent().Contains("<li", StringComparison.Ordinal))
        {
            output.SuppressOutput();
            return;
        }

        // The menu is on a page twice, so that the list is named and not pointed at the heading.
        output.TagName = "ul";
        output.Attributes.SetAttribute("aria-label", Heading);
        output.PreElement.AppendHtml("""<p class="menu-title" aria-hidden="true">""").Append(Heading).AppendHtml("</p>");
    }
}
