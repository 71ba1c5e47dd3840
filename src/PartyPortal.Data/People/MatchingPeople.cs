using PartyPortal.Domain.People;

namespace PartyPortal.Data.People;

/// <summary>What the words of a search look like.</summary>
public enum WordsKind
{
    None,
    Number,
    Pinyin,
    Name,
}

public static class MatchingPeople
{
#pragma warning disable CA1309 // The comparison is the database's, whose columns are ordinal; the other overload has no SQL.
    // Greater than every character of an ASCII key, and than every character of a name.
    private const string LastOfKeys = "~";
    private const string LastOfNames = "\U0010FFFF";

    public static WordsKind Kind(this string? words)
    {
        var text = words?.Trim() ?? "";
        if (text.Length == 0) return WordsKind.None;
        if (text.Any(char.IsAsciiDigit)) return WordsKind.Number;
        return text.All(char.IsAscii) ? WordsKind.Pinyin : WordsKind.Name;
    }

    /// <summary>Whose name, pinyin, initials or number begins so. Ranges and not LIKE: they use the index, and % and _ are letters.</summary>
    public static IQueryable<Person> Matching(this IQueryable<Person> people, string? words) => words.Kind() switch
    {
        WordsKind.None => people,
        WordsKind.Number => people.WithNumber(words!.Trim().ToUpperInvariant()),
        WordsKind.Pinyin => people.WithPinyin(words!.Trim().ToLowerInvariant()),
        _ => people.WithName(words!.Trim()),
    };

    private static IQueryable<Person> WithNumber(this IQueryable<Person> people, string from)
    {
        var until = from + LastOfKeys;
        return people.Where(p => string.Compare(p.NumberKey, from) >= 0 && string.Compare(p.NumberKey, until) < 0);
    }

    private static IQueryable<Person> WithPinyin(this IQueryable<Person> people, string from)
    {
        var initials = from.Replace(" ", "", StringComparison.Ordinal);
        var (until, initialsUntil) = (from + LastOfKeys, initials + LastOfKeys);
        // Pinyin and initials begin with the same letter: its range of the index holds all that match, in order.
        var (letter, letterUntil) = (from[..1], from[..1] + LastOfKeys);
        return people.Where(p => string.Compare(p.NameKey, letter) >= 0 && string.Compare(p.NameKey, letterUntil) < 0)
            .Where(p => (string.Compare(p.NameKey, from) >= 0 && string.Compare(p.NameKey, until) < 0)
            || (string.Compare(p.InitialsKey, initials) >= 0 && string.Compare(p.InitialsKey, initialsUntil) < 0));
    }

    private static IQueryable<Person> WithName(this IQueryable<Person> people, string from)
    {
        var until = from + LastOfNames;
        return people.Where(p => string.Compare(p.Name, from) >= 0 && string.Compare(p.Name, until) < 0);
    }
}
