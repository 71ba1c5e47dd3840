using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>What a list says when it has nothing to show: why, and one thing to do.</summary>
[HtmlTargetElement("empty-state", Attributes = "title", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EmptyStateTagHelper(IStringLocalizer<Localization.Text> T) : TagHelper
{
    public required string Title { get; set; }

    /// <summary>Why it is empty; or written between the tags.</summary>
    public string? Text { get; set; }

    /// <summary>The words of the link to <see cref="Href"/>.</summary>
    public string? Action { get; set; }
    public string? Href { get; set; }
    public string Icon { get; set; } = "inbox";

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var why = await output.GetChildContentAsync();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.AppendHtml(IconTagHelper.Draw(Icon, ViewContext.HttpContext))
            .AppendHtml("<p class=\"empty-title\">").Append(T[Title]).AppendHtml("</p>");
        if (Text is not null) output.Content.AppendHtml("<p class=\"muted\">").Append(T[Text]).AppendHtml("</p>");
        if (!why.IsEmptyOrWhiteSpace) output.Content.AppendHtml("<p class=\"muted\">").AppendHtml(why).AppendHtml("</p>");
        if (Action is not null && Href is not null) output.Content.AppendHtml(Link());
    }

    private TagBuilder Link()
    {
        var link = new TagBuilder("a") { Attributes = { ["class"] = "btn btn-outline-secondary", ["href"] = Href } };
        link.InnerHtml.Append(T[Action!]);
        return link;
    }
}
