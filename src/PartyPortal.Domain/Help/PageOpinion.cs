using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Help;

/// <summary>Whether a page of help or a guide was useful to somebody. It knows its day and nothing of who said it.</summary>
public sealed class PageOpinion : IOpenToPublic
{
    public const int PageMaxLength = 60;
    public const int TextMaxLength = 500;

    private PageOpinion() { }

    /// <param name="page">Its address, as /help/account.</param>
    /// <param name="text">What is longer than <see cref="TextMaxLength"/> is cut off.</param>
    public PageOpinion(string page, bool isUseful, string? text, DateOnly on) => (Page, IsUseful, Text, On) = (page, isUseful, Cut(text?.Trim()), on);

    /// <summary>Random: a number would tell the order.</summary>
    public Guid Id { get; private init; } = Guid.NewGuid();

    public string Page { get; private init; } = "";
    public bool IsUseful { get; private init; }
    public string? Text { get; private init; }
    public DateOnly On { get; private init; }

    public static bool IsTooLong(string? text) => text?.Trim().Length > TextMaxLength;

    // Never between the two halves of one character.
    private static string? Cut(string? text) => text switch
    {
        null or "" => null,
        { Length: > TextMaxLength } => text[..(char.IsHighSurrogate(text[TextMaxLength - 1]) ? TextMaxLength - 1 : TextMaxLength)],
        _ => text,
    };
}
