using PartyPortal.Domain.People;

namespace PartyPortal.Web.Platform.Search;

/// <summary>Text as the search compares it: lower case, simplified characters, half width. Character by character, so that a place in it is the same place in the text.</summary>
internal static class Folded
{
    private const int KeyLength = 24;

    private static readonly Dictionary<char, char> Simplified = Read();

    public static string Of(string text) => string.Create(text.Length, text, static (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = Of(from[i]);
    });

    /// <summary>The pinyin of a title and its initials, from each syllable on: "dangfei" and "df", then "fei" and "f".</summary>
    public static IEnumerable<string> KeysOf(string title)
    {
        var syllables = Syllables(title).ToList();
        for (var i = 0; i < syllables.Count; i++)
        {
            var rest = syllables.Skip(i).Take(KeyLength).ToList();
            yield return Cut(string.Concat(rest));
            yield return string.Concat(rest.Select(s => s[0]));
        }
    }

    /// <summary>How many characters from a place in the title on are written by this pinyin, or these initials; 0 where it is none of them.</summary>
    public static int Spelled(string title, int at, string pinyin)
    {
        var (whole, initials) = ("", "");
        for (var i = at; i < title.Length; i++)
        {
            if (Syllables(title[i].ToString()).FirstOrDefault() is not { } syllable) return 0;

            (whole, initials) = (whole + syllable, initials + syllable[0]);
            if (whole.StartsWith(pinyin, StringComparison.Ordinal) || initials == pinyin) return i - at + 1;
            if (!pinyin.StartsWith(whole, StringComparison.Ordinal) && !pinyin.StartsWith(initials, StringComparison.Ordinal)) return 0;
        }

        return 0;
    }

    private static IEnumerable<string> Syllables(string title) => title.EnumerateRunes()
        .Select(rune => string.Concat(Pinyin.Romanise(rune.ToString()).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit))).Where(s => s.Length > 0);

    private static string Cut(string key) => key.Length <= KeyLength ? key : key[..KeyLength];

    private static char Of(char c)
    {
        if (c is >= '！' and <= '～') c = (char)(c - '！' + '!');
        return Simplified.TryGetValue(c, out var simple) ? simple : char.ToLowerInvariant(c);
    }

    private static Dictionary<char, char> Read()
    {
        using var table = new StreamReader(typeof(Folded).Assembly.GetManifestResourceStream("Simplified.txt")!);
        return table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
