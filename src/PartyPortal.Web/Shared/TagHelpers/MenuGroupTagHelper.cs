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

        output.TagName = "ul";
        output.PreElement.AppendHtml("""<p class="menu-title">""").Append(Heading).AppendHtml("</p>");
    }
}
