namespace PartyPortal.Domain;

/// <summary>A sentence of the dictionary with what fills its numbered holes: words, numbers, days, and members of an enumeration, which are worded too.</summary>
public sealed class Sentence
{
    private Sentence(string words, object[] with) => (Words, With) = (words, with);

    public string Words { get; }

    public IReadOnlyList<object> With { get; }

    /// <summary>The same with no word that somebody typed: titles may name persons.</summary>
    public Sentence WithoutWords() => new(Words, [.. With.Select(with => with is string ? "…" : with)]);

    /// <summary>The English sentence is the key.</summary>
    public static Sentence Key(string words, params object[] with) => new(words, with);
}
