namespace PartyPortal.Domain.Feedback;

/// <summary>A word among those who answer. It is no part of the talk and never shown to the sender.</summary>
public sealed class FeedbackNote
{
    // A shorter line may stand in an answer by chance.
    private const int TellingLength = 8;

    private FeedbackNote() { }

    public FeedbackNote(FeedbackItem item, string text, DateOnly on) => (Item, ItemId, Text, On) = (item, item.Id, text, on);

    public Guid Id { get; private init; } = Guid.NewGuid();
    public Guid ItemId { get; private init; }
    public FeedbackItem Item { get; private init; } = null!;
    public string Text { get; private init; } = "";
    public DateOnly On { get; private init; }

    /// <summary>Whether a line of the note stands in an answer.</summary>
    public bool IsIn(string answer) => Text.Split('\n').Select(line => line.Trim()).Any(line => line.Length >= TellingLength && answer.Contains(line, StringComparison.Ordinal));
}
