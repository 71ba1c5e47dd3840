namespace PartyPortal.Domain;

/// <summary>A rule of the organisation forbids this. The text is an English sentence and a key of the dictionary.</summary>
/// <param name="rule">The sentence, with numbered holes.</param>
/// <param name="details">What fills the holes.</param>
public sealed class RuleBrokenException(string rule, params object[] details) : Exception(rule)
{
    public object[] Details { get; } = details;

    /// <summary>The form field that the sentence belongs beside; null for the whole form.</summary>
    public string? Field { get; init; }
}
