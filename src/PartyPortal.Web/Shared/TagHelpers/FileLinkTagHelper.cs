using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>A file as readers meet it: its name is the link, kind and size stand behind it.</summary>
[HtmlTargetElement("file-link", Attributes = "href,file", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileLinkTagHelper(IStringLocalizer<Text> T) : TagHelper
{
    public required string Href { get; set; }
    public required StoredFile File { get; set; }

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", Href);
        output.Attributes.SetAttribute("class", "file-link");
        output.Content.AppendHtml(IconTagHelper.Draw(Icon(File.Kind), ViewContext.HttpContext)).Append(File.Name);
        output.PostElement.AppendHtml(" <span class=\"muted\">").Append(T["({0}, {1})", T.Word(File.Kind), Size(File.Bytes)].Value).AppendHtml("</span>");
    }

    private static string Size(long bytes) => bytes switch
    {
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB"),
        < 10 * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:F1} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024} MB"),
    };

    private static string Icon(FileKind kind) => kind switch
    {
        FileKind.Pdf => "file-earmark-pdf",
        FileKind.Document => "file-earmark-word",
        FileKind.Spreadsheet => "file-earmark-excel",
        FileKind.Slides => "file-earmark-slides",
        FileKind.Picture => "image",
        FileKind.Video => "file-earmark-play",
        FileKind.Audio => "file-earmark-music",
        _ => "file-earmark-text",
    };
}
