using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>A picture beside a word, from the sprite that fetch-vendor.sh makes of icons.txt. It never stands alone: screen readers pass it by.</summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    private const string Sprite = "lib/bootstrap-icons/icons.svg";

    public required string Name { get; set; }

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(Name, ViewContext.HttpContext));
    }

    internal static IHtmlContent Draw(string name, HttpContext http)
    {
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var address = $"{http.Request.PathBase}/{assets?[Sprite] ?? Sprite}#{name}";
        return new HtmlFormattableString("<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{0}\"></use></svg>", address);
    }
}
