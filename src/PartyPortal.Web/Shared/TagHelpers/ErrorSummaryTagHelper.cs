using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>What is wrong with the form, each sentence a link to its field. Nothing when nothing is wrong.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<Text> T) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", "");
        output.Content.AppendHtml("<h2>").AppendHtml(IconTagHelper.Draw("exclamation-circle", ViewContext.HttpContext))
            .Append(T["Please check what you entered"]).AppendHtml("</h2><ul>");
        foreach (var (field, error) in state.SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage))))
            output.Content.AppendHtml(Line(field, error));
        output.Content.AppendHtml("</ul>");
    }

    private static TagBuilder Line(string field, string error)
    {
        var line = new TagBuilder("li");
        if (field.Length == 0) line.InnerHtml.Append(error);
        else
        {
            var link = new TagBuilder("a") { Attributes = { ["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_") } };
            link.InnerHtml.Append(error);
            line.InnerHtml.AppendHtml(link);
        }

        return line;
    }
}
