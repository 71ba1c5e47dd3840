namespace PartyPortal.Domain.Study;

/// <summary>Of how many members something is true. It names nobody, and says nothing from which one or a few could be told.</summary>
/// <param name="Of">All of whom it may be true.</param>
/// <param name="Count">Of these.</param>
public sealed record Share(int Of, int Count)
{
    public const int Fewest = 5;

    /// <summary>Of a smaller group nothing is said: "fewer than five of five" would be none of them, and neither of both would be four of eight.</summary>
    public const int SmallestGroup = (2 * Fewest) - 1;

    public bool IsHidden => Of < SmallestGroup;

    /// <summary>Whether both those of whom it is true and the others are enough to be counted out.</summary>
    public bool IsExact => !IsFew && !IsNearlyAll;

    /// <summary>The count without what it does not say: of a few none, of all but a few all.</summary>
    public int Rounded => IsExact ? Count : IsHidden || IsFew ? 0 : Of;

    public Sentence Words => this switch
    {
        { IsHidden: true } => Sentence.Key("Too few people to show"),
        { IsFew: true } => Sentence.Key("Fewer than five"),
        { IsNearlyAll: true } => Sentence.Key("All, or all but fewer than five"),
        _ => Sentence.Key("{0} members", Count),
    };

    private bool IsFew => Count < Fewest;

    private bool IsNearlyAll => Of - Count < Fewest;
}
