namespace PartyPortal.Domain.Study;

/// <summary>How many of a branch have reached their hours. It names nobody, and says nothing from which one or a few could be told.</summary>
/// <param name="Of">All who have hours to reach.</param>
/// <param name="Reached">Of these.</param>
public sealed record HourTotals(int Of, int Reached)
{
    public const int Fewest = 5;

    public Sentence Words => (IsFew(Reached), IsFew(Of - Reached)) switch
    {
        _ when IsFew(Of) => Sentence.Key("Too few to show: fewer than five persons."),
        (true, true) => Sentence.Key("Too few to show: fewer than five persons."),
        (true, false) => Sentence.Key("Fewer than five of {0} have reached their hours.", Of),
        (false, true) => Sentence.Key("All of {0} have reached their hours, or all but fewer than five.", Of),
        _ => Sentence.Key("{0} of {1} have reached their hours.", Reached, Of),
    };

    private static bool IsFew(int count) => count < Fewest;
}
