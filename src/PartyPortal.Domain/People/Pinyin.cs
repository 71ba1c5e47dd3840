namespace PartyPortal.Domain.People;

/// <summary>The ASCII keys by which names are sorted and found. The romaniser is given once at start: Domain has no package.</summary>
public static class Pinyin
{
    /// <summary>Turns one character into lower-case ASCII, "张" into "zhang".</summary>
    public static Func<string, string> Romanise { get; set; } = static text => text;

    // Surnames that are read differently from the same character elsewhere.
    private static readonly Dictionary<char, string> Surnames = new()
    {
        ['单'] = "shan",
        ['曾'] = "zeng",
        ['区'] = "ou",
        ['仇'] = "qiu",
        ['解'] = "xie",
        ['查'] = "zha",
        ['朴'] = "piao",
        ['任'] = "ren",
        ['盖'] = "ge",
        ['覃'] = "qin",
        ['尉'] = "wei",
        ['乐'] = "yue",
        ['翟'] = "zhai",
        ['缪'] = "miao",
        ['冼'] = "xian",
    };

    public static string KeyOf(string name) => Cut(string.Join(' ', Syllables(name)));

    public static string InitialsOf(string name) => Cut(string.Concat(Syllables(name).Select(s => s[0])));

    private static IEnumerable<string> Syllables(string name)
    {
        var first = true;
        foreach (var rune in name.EnumerateRunes())
        {
            var text = rune.ToString();
            var known = first && Surnames.TryGetValue(text[0], out var surname) ? surname : Romanise(text);
            var ascii = new string([.. known.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
            if (ascii.Length > 0) yield return ascii;
            first = false;
        }
    }

    private static string Cut(string key) => key.Length <= Person.KeyMaxLength ? key : key[..Person.KeyMaxLength];
}
