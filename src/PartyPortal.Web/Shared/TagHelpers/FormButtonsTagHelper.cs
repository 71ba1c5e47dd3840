using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>The end of a form: the one solid button and the way back. More buttons may stand inside.</summary>
[HtmlTargetElement("form-buttons", Attributes = "save")]
public sealed class FormButtonsTagHelper(IStringLocalizer<Text> T, IUrlHelperFactory urls) : TagHelper
{
    public required string Save { get; set; }

    /// <summary>Where to go back to: an action of the same controller, or an address.</summary>
    public string? Cancel { get; set; }

    /// <summary>What the way back is called where nothing is given up by it.</summary>
    public string Leave { get; set; } = "Cancel";

    /// <summary>Whether the deed destroys something: the button is then outlined in red.</summary>
    public bool Danger { get; set; }

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        FormScripts.AskFor(ViewContext.HttpContext);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "form-buttons");
        output.Content.AppendHtml(Danger ? "<button class=\"btn btn-outline-danger\">" : "<button class=\"btn btn-primary\">");
        if (Danger) output.Content.AppendHtml(IconTagHelper.Draw("trash", ViewContext.HttpContext));
        output.Content.Append(T[Save]).AppendHtml("</button>").AppendHtml(more);
        if (Cancel is not null) output.Content.AppendHtml(Back());
    }

    private TagBuilder Back()
    {
        var url = urls.GetUrlHelper(ViewContext);
        var href = Cancel!.Contains('/') ? url.Content(Cancel) : url.Action(Cancel);
        var back = new TagBuilder("a") { Attributes = { ["class"] = "btn btn-link", ["href"] = href } };
        back.InnerHtml.Append(T[Leave]);
        return back;
    }
}

/// <summary>Only pages with a form load the scripts for forms.</summary>
internal static class FormScripts
{
    public static void AskFor(HttpContext http) => http.Items[typeof(FormScripts)] = true;

    public static bool AreAskedFor(HttpContext http) => http.Items.ContainsKey(typeof(FormScripts));
}
