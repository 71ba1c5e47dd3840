using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>A state in words, in the tone that goes with it.</summary>
[HtmlTargetElement("status-tag", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusTagHelper(IStringLocalizer<Text> T) : TagHelper
{
    public Enum? Value { get; set; }

    /// <summary>good, waiting, warn, bad, info or neutral, where the member's name alone does not tell.</summary>
    public string? Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tag tag-{Tone ?? ToneOf(Value.ToString())}");
        output.Content.SetContent(T.Word(Value));
    }

    private static string ToneOf(string member) => member switch
    {
        "Published" or "Active" or "Activated" or "Done" or "Answered" or "Replied" or "Approved" or "Confirmed" or "Succeeded" or "Sent" or "FullMember" => "good",
        "Draft" or "AwaitingApproval" or "Submitted" or "Pending" or "Waiting" or "InReview" or "Queued" or "Running" or "Scheduled" or "New" or "Open" or "Unread" or "ProbationaryMember" => "waiting",
        "Overdue" or "Expired" or "Locked" or "Incomplete" => "warn",
        "Rejected" or "Failed" or "Returned" or "SentBack" => "bad",
        "Assigned" or "InProgress" or "InWork" or "Acknowledged" => "info",
        _ => "neutral",
    };
}
