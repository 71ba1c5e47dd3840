namespace PartyPortal.Domain.Help;

/// <summary>Words under which the help had nothing to show: how often on one day, by nobody.</summary>
public sealed class MissedSearch
{
    public const int WordsMaxLength = 30;

    private MissedSearch() { }

    public MissedSearch(string words, DateOnly on) => (Words, On) = (words, on);

    public int Id { get; private init; }
    public string Words { get; private init; } = "";
    public DateOnly On { get; private init; }
    public int Times { get; private set; }

    public void Count(int times) => Times += times;
}
