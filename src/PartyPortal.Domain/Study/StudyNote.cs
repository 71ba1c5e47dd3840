using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Study;

/// <summary>What one learner wrote beside a material, a passage that they marked in it, or both: for this learner alone. It knows no time.</summary>
public sealed class StudyNote : IBelongToAccount
{
    public const int QuoteMaxLength = 500;
    public const int TextMaxLength = 2000;

    /// <summary>Of one learner beside one material.</summary>
    public const int Most = 200;

    private StudyNote() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Write"/>.</exception>
    public StudyNote(StudyMaterial material, string accountId, string? quote, string? text)
    {
        (MaterialId, AccountId, Title) = (material.Id, accountId, material.Title);
        Write(quote, text);
    }

    public int Id { get; private init; }
    public int MaterialId { get; private init; }
    public StudyMaterial Material { get; private init; } = null!;
    public string AccountId { get; private init; } = "";

    /// <summary>What the material was called: the note stays when the material is withdrawn.</summary>
    [Personal] public string Title { get; private init; } = "";

    /// <summary>The passage that is marked, word by word.</summary>
    [Personal] public string? Quote { get; private set; }

    [Personal] public string? Text { get; private set; }

    /// <exception cref="RuleBrokenException">Neither a passage is marked nor anything written.</exception>
    public void Write(string? quote, string? text)
    {
        if (string.IsNullOrWhiteSpace(quote) && string.IsNullOrWhiteSpace(text)) throw new RuleBrokenException("Write a note, or mark a passage.") { Field = nameof(Text) };

        (Quote, Text) = (Kept(quote), Kept(text));
    }

    private static string? Kept(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim().ReplaceLineEndings("\n");
}
