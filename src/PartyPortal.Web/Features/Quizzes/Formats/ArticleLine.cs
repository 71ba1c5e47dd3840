namespace PartyPortal.Web.Features.Quizzes.Formats;

/// <summary>Moodle has no place for the article a question rests on: it is the last line of the general feedback, and says so where nobody looked it up.</summary>
internal static class ArticleLine
{
    private const string Begin = "依据：";
    private const string Unverified = "（待核）";

    public static string Write(string? explanation, string? article, bool isUnverified) =>
        (explanation is null ? "" : explanation + "\n") + Begin + article + (isUnverified ? Unverified : "");

    /// <summary>Feedback without such a line explains, and leaves the question unverified.</summary>
    public static (string? Explanation, string? Article, bool IsUnverified) Read(string feedback)
    {
        var lines = feedback.Split('\n');
        var last = lines[^1].Trim().Replace("依据:", Begin, StringComparison.Ordinal);
        if (!last.StartsWith(Begin, StringComparison.Ordinal)) return (Filled(feedback), null, true);

        var article = last[Begin.Length..];
        var isUnverified = article.EndsWith(Unverified, StringComparison.Ordinal);
        if (isUnverified) article = article[..^Unverified.Length];
        return (Filled(string.Join('\n', lines[..^1])), Filled(article), isUnverified);
    }

    private static string? Filled(string text) => text.Trim() is { Length: > 0 } words ? words : null;
}
