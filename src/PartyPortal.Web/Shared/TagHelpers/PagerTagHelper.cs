using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>The way through a long list: on from the last row shown, and back to its beginning. No page numbers, no totals.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IStringLocalizer<Text> T) : TagHelper
{
    private const string After = "after";

    /// <summary>The cursor of the next slice; null or empty at the end, since an attribute without a value arrives as an empty text.</summary>
    public string? Next { get; set; }

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isDeep = ViewContext.HttpContext.Request.Query.ContainsKey(After);
        if (string.IsNullOrEmpty(Next) && !isDeep)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", T["Pages of the list"].Value);
        if (isDeep) output.Content.AppendHtml(Link(null, T["To the beginning"]));
        if (!string.IsNullOrEmpty(Next)) output.Content.AppendHtml(Link(Next, T["Next page"]));
    }

    private TagBuilder Link(string? after, string words)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(pair => IsKnown(pair.Key)).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        if (after is not null) query.Add(After, after);
        var link = new TagBuilder("a") { Attributes = { ["class"] = "btn btn-outline-secondary", ["href"] = request.PathBase + request.Path + query.ToString() } };
        link.InnerHtml.Append(words);
        return link;
    }

    /// <summary>Only what the page asks for is carried on: a cached page must not spread a stranger's query string.</summary>
    private bool IsKnown(string key) => !key.Equals(After, StringComparison.OrdinalIgnoreCase) && ViewContext.ActionDescriptor.Parameters.Any(parameter =>
        key.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)
        || parameter.ParameterType.GetProperties().Any(property => key.Equals(property.Name, StringComparison.OrdinalIgnoreCase)));
}
