namespace PartyPortal.Domain.Feedback;

/// <summary>A word of the office, or a further word of the sender. Only its day is kept.</summary>
public sealed class FeedbackMessage
{
    private FeedbackMessage() { }

    internal FeedbackMessage(int number, bool isFromOffice, string text, DateOnly on, DateOnly? until)
    {
        Number = number;
        IsFromOffice = isFromOffice;
        Text = text;
        On = on;
        Until = until;
    }

    public int Number { get; private init; }
    public bool IsFromOffice { get; private init; }
    public string Text { get; private init; } = "";
    public DateOnly On { get; private init; }

    /// <summary>Where the office took more time: the new last day for its answer.</summary>
    public DateOnly? Until { get; private init; }

    public bool IsAnswer => IsFromOffice && Until is null;
}
