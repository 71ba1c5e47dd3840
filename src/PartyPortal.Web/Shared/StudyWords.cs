using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Shared;

internal static class StudyWords
{
    /// <summary>What a lesson is: the form of its material, a quiz or a training class.</summary>
    public static string Form(this IStringLocalizer text, StudyKind? kind, int? classId) => kind is { } material ? text.Word(material) : classId is null ? text["Quiz"] : text["Training class"];

    public static string IconOfLesson(StudyKind? kind, int? classId) => kind is { } material ? material.Icon() : classId is null ? "card-checklist" : "people";

    /// <summary>The picture beside a material's form.</summary>
    public static string Icon(this StudyKind kind) => kind switch
    {
        StudyKind.Video => "play-circle",
        StudyKind.Audio => "headphones",
        StudyKind.Document => "file-earmark-pdf",
        StudyKind.Slides => "file-earmark-slides",
        StudyKind.Link => "link-45deg",
        _ => "journal-text",
    };

    /// <summary>Where the learner goes on.</summary>
    public static string Place(this IStringLocalizer text, StudyKind kind, int position) =>
        kind is StudyKind.Video or StudyKind.Audio ? text["Goes on at {0}", Clock(position)] : text["Goes on at page {0}", position];

    /// <summary>The words on the player's buttons, as Plyr names them.</summary>
    public static string PlayerWords(this IStringLocalizer text) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["play"] = text["Play"],
        ["pause"] = text["Pause"],
        ["rewind"] = text["Back by {0} seconds", "{seektime}"],
        ["seek"] = text["Seek"],
        ["seekLabel"] = text["{0} of {1}", "{currentTime}", "{duration}"],
        ["currentTime"] = text["Current time"],
        ["duration"] = text["Duration"],
        ["volume"] = text["Volume"],
        ["mute"] = text["Mute"],
        ["unmute"] = text["Unmute"],
        ["enterFullscreen"] = text["Full screen"],
        ["exitFullscreen"] = text["Leave full screen"],
        ["settings"] = text["Settings of the player"],
        ["menuBack"] = text["Back to the settings"],
        ["captions"] = text["Captions"],
        ["enableCaptions"] = text["Show the captions"],
        ["disableCaptions"] = text["Hide the captions"],
        ["speed"] = text["Speed"],
        ["normal"] = text["Normal"],
        ["frameTitle"] = text["Player"],
    });

    public static string Megabytes(long bytes) => Math.Max(0.1, bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>In which language captions are, as far as the player needs to know.</summary>
    public static string LanguageOf(string captions) => captions.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? "zh" : "en";

    public static string Clock(int seconds) => TimeSpan.FromSeconds(seconds).ToString(seconds < 3600 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
}
