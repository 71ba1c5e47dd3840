using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>How much of something is done, as a ring with the figures inside it. What it shows is said in words too.</summary>
[HtmlTargetElement("progress-ring", Attributes = "done,of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressRingTagHelper(IStringLocalizer<Text> text) : TagHelper
{
    public decimal Done { get; set; }

    public decimal Of { get; set; }

    /// <summary>What it shows, in words, with what is done alone inside the ring; lessons where nothing is said.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var share = Of == 0 ? 0 : Math.Clamp(100 * Done / Of, 0, 100);
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "ring");
        // A circle of radius 15.9155 is 100 long, so that the share is its length.
        output.Content.SetHtmlContent(new HtmlFormattableString(
            "<svg viewBox=\"0 0 36 36\" role=\"img\" aria-label=\"{0}\"><circle class=\"ring-all\" cx=\"18\" cy=\"18\" r=\"15.9155\"></circle><circle class=\"ring-done\" cx=\"18\" cy=\"18\" r=\"15.9155\" pathLength=\"100\" stroke-dasharray=\"{1} 100\" transform=\"rotate(-90 18 18)\"></circle><text x=\"18\" y=\"21.5\" text-anchor=\"middle\">{2}</text></svg>",
            Label ?? text["{0} of {1} lessons done", Done, Of].Value, share.ToString("0.##", CultureInfo.InvariantCulture), Label is null ? $"{Done}/{Of}" : $"{Done:0.#}"));
    }
}
