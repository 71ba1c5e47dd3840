using System.Text.RegularExpressions;

namespace PartyPortal.Domain.Feedback;

/// <summary>What in an anonymous text seems to tell who wrote it: pointed out before sending, and kept nowhere.</summary>
public static partial class SenderTraces
{
    private const int ShortestOwnWord = 2;

    /// <param name="text">What is about to be sent.</param>
    /// <param name="own">What the portal knows of a signed-in writer, such as name and number.</param>
    public static IReadOnlyList<string> In(string text, params IEnumerable<string?> own) =>
    [
        .. own.OfType<string>().Select(Bare).Where(word => word.Length >= ShortestOwnWord && text.Contains(word, StringComparison.OrdinalIgnoreCase))
            .Concat(Telling().Matches(text).Select(match => match.Value)).Distinct(),
    ];

    // What stands in brackets behind a name is no part of it.
    private static string Bare(string word) => word.Split('（', '(')[0].Trim();

    // Mobile and fixed telephone, identity card, e-mail, "my name is …", "student number …".
    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|我叫[\u4e00-\u9fff]{2,4}|(?:学号|工号)[是为：: ]*[A-Za-z]?\d{4,}|(?i:my name is) \p{L}+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telling();
}
