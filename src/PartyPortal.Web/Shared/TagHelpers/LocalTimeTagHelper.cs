using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>An instant, stored in UTC, shown in Beijing time. <c>format</c>: nothing, date or time.</summary>
[HtmlTargetElement("local-time", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LocalTimeTagHelper : TagHelper
{
    public DateTime? Value { get; set; }
    public string? Format { get; set; }
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = Value is null ? "span" : "time";
        output.Content.SetContent(Value is { } at ? Words(PortalClock.InShanghai(at)) : Empty ?? "");
        if (Value is { } utc) output.Attributes.SetAttribute("datetime", utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    private string Words(DateTime beijing) => Format switch
    {
        "date" => DayWords.Day(DateOnly.FromDateTime(beijing)),
        "time" => DayWords.Time(beijing),
        _ => DayWords.DayAndTime(beijing),
    };
}
