using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>The date beside a list's title: the day large, the month below. Takes a DateOnly, or a UTC DateTime.</summary>
[HtmlTargetElement("date-block", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateBlockTagHelper : TagHelper
{
    public object? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is null)
        {
            output.SuppressOutput();
            return;
        }

        var day = Value is DateTime utc ? DateOnly.FromDateTime(PortalClock.InShanghai(utc)) : (DateOnly)Value;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "time";
        output.Attributes.SetAttribute("class", "date-block");
        output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.AppendHtml("<b>").Append(day.Day.ToString(CultureInfo.InvariantCulture)).AppendHtml("</b> <span>").Append(DayWords.Month(day)).AppendHtml("</span>");
    }
}
