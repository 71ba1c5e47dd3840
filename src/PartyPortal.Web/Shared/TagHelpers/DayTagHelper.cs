using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>A day of the calendar.</summary>
[HtmlTargetElement("day", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTagHelper : TagHelper
{
    public DateOnly? Value { get; set; }
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = Value is null ? "span" : "time";
        output.Content.SetContent(Value is { } shown ? DayWords.Day(shown) : Empty ?? "");
        if (Value is { } day) output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
