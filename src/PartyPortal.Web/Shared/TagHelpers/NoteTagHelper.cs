using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>A boxed remark in a page. <c>tone</c>: info, good, warn or bad; the icon says it without colour.</summary>
[HtmlTargetElement("note")]
public sealed class NoteTagHelper : TagHelper
{
    public string Tone { get; set; } = "info";

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"note note-{Tone}");
        output.Content.SetHtmlContent(IconTagHelper.Draw(IconOf(Tone), ViewContext.HttpContext))
            .AppendHtml("<div>").AppendHtml(content).AppendHtml("</div>");
    }

    private static string IconOf(string tone) => tone switch
    {
        "good" => "check-circle",
        "warn" => "exclamation-triangle",
        "bad" => "x-circle",
        _ => "info-circle",
    };
}
