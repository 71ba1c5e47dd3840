using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>A link of a menu, which knows whether the reader stands on its page or below it. A page that does not exist is not linked.</summary>
[HtmlTargetElement("menu-link", Attributes = "to")]
public sealed class MenuLinkTagHelper(EndpointDataSource pages) : TagHelper
{
    private static readonly ConcurrentDictionary<string, bool> Known = [];

    /// <summary>The path without language, such as /notices.</summary>
    public required string To { get; set; }

    /// <summary>The page alone counts, not those below it: for a page whose neighbours in the menu lie below it.</summary>
    public bool Exact { get; set; }

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        if (!Known.GetOrAdd(To, Exists))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "a";
        output.Attributes.SetAttribute("href", request.PathBase + To);
        if (Exact || To == "/" ? request.Path == To : request.Path.StartsWithSegments(To)) output.Attributes.SetAttribute("aria-current", request.Path == To ? "page" : "true");
    }

    private bool Exists(string path) => pages.Endpoints.OfType<RouteEndpoint>().Any(page => page.RoutePattern.RawText?.Trim('/') == path.Trim('/'));
}
