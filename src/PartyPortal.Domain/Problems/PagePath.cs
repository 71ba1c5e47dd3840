using System.Text.RegularExpressions;

namespace PartyPortal.Domain.Problems;

/// <summary>
/// The address of a page without what its reader may not pass on: no query, and numbers only where they name what is published, or a reading circle and
/// the words in it, which its own office alone learns. Slips, receipts, people and links that are secrets keep the beginning of their address alone.
/// </summary>
public static partial class PagePath
{
    public const int MaxLength = 120;

    private const string Hidden = "…";
    private static readonly string[] Numbered = ["notices", "guides", "study", "branches", "circles"];

    public static string Of(string? address)
    {
        var path = (address ?? "").Split('?', '#')[0];
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["en", ..]) parts = parts[1..];
        var plain = "/" + string.Join('/', parts.Select((part, at) => Word().IsMatch(part) || (IsNumbered(parts, at) && IdOf(part) is not null) ? part : Hidden));
        return plain.Length <= MaxLength ? plain : plain[..MaxLength];
    }

    /// <summary>What the page is about: its first word and its number.</summary>
    public static (string Word, int Id)? Subject(string page) =>
        page.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var word, var id, ..] && Numbered.Contains(word) && IdOf(id) is { } number ? (word, number) : null;

    /// <summary>The page with the number hidden as well.</summary>
    public static string WithoutSubject(string page) => Subject(page) is { } subject ? $"/{subject.Word}/{Hidden}" : page;

    private static bool IsNumbered(string[] parts, int at) => at == 1 ? Numbered.Contains(parts[0]) : at == 3 && parts is ["circles", _, "words", ..];

    private static int? IdOf(string part) => int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex("^[a-z]+(-[a-z]+){0,5}$")]
    private static partial Regex Word();
}
