using System.Text.RegularExpressions;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes.Formats;

/// <summary>A text of another program, which may be HTML, as the plain lines that the bank keeps.</summary>
internal static partial class ForeignText
{
    // Far longer than the bank takes: refused there, and not worth parsing.
    private const int TooLong = 20_000;

    public static bool HoldsPicture(string text) => Picture().IsMatch(text);

    /// <param name="format">As Moodle calls it: html, plain_text or plain, markdown, or one that guesses.</param>
    public static string Plain(string text, string? format) => format switch
    {
        _ when text.Length > TooLong => text,
        "plain" or "plain_text" or "markdown" => text.Trim(),
        "html" => Lines(text),
        _ when text.Contains('<', StringComparison.Ordinal) => Lines(text.ReplaceLineEndings("<br>")),
        _ => string.Join('\n', text.Split('\n').Select(Lines)).Trim(),
    };

    // Most texts have no markup at all, and parsing thousands of them takes its time.
    private static string Lines(string html) => html.AsSpan().ContainsAny('<', '&') ? string.Join('\n', RichText.Lines(html)) : html.Trim();

    [GeneratedRegex("@@PLUGINFILE@@|<(?:img|video|audio|object|embed|iframe|svg)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();
}
