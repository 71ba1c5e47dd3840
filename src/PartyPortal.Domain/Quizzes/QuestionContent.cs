namespace PartyPortal.Domain.Quizzes;

/// <summary>An answer to choose. One without a text is a line that was left empty.</summary>
public sealed record QuestionOption(string? Text, bool IsRight);

/// <summary>What an author writes of a question. Which of the answers counts, its kind says.</summary>
public sealed record QuestionContent(QuestionKind Kind, string Text)
{
    /// <summary>Of a single or multiple choice.</summary>
    public IReadOnlyList<QuestionOption> Options { get; init; } = [];

    /// <summary>Of a statement that is true or false.</summary>
    public bool? IsTrue { get; init; }

    /// <summary>What may be filled in; width, case and outer spaces do not matter.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>What a good short answer says, for whoever marks it.</summary>
    public string? ModelAnswer { get; init; }

    /// <summary>The article it rests on, as people quote it.</summary>
    public string? Article { get; init; }

    /// <summary>Nobody has looked the article up yet (待核).</summary>
    public bool IsUnverified { get; init; }

    public string? Explanation { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}
