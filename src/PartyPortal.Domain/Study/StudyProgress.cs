using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Study;

/// <summary>
/// How far one learner has come, for this learner alone. It holds a place and no time: when and how long somebody studied is not kept,
/// and nobody is ranked by it (国办函〔2026〕12号, 待核).
/// </summary>
public sealed class StudyProgress : IBelongToAccount
{
    /// <summary>Longer than any film has seconds or document pages.</summary>
    public const int MaxPosition = 1_000_000;

    public const int TakeawayMaxLength = 200;

    private StudyProgress() { }

    public StudyProgress(int materialId, string accountId) => (MaterialId, AccountId) = (materialId, accountId);

    public int Id { get; private init; }
    public int MaterialId { get; private init; }
    public StudyMaterial Material { get; private init; } = null!;
    public string AccountId { get; private init; } = "";

    /// <summary>Where to go on: the second of a film or recording, the page of a document. 0 is the beginning.</summary>
    [Personal] public int Position { get; private set; }

    /// <summary>The learner says so; nothing is measured.</summary>
    [Personal] public bool IsDone { get; private set; }

    /// <summary>What the learner wants to remember, in a line.</summary>
    [Personal] public string? Takeaway { get; private set; }

    /// <summary>At the beginning, nothing noted and not done: as if it had never been opened.</summary>
    public bool IsBlank => Position == 0 && !IsDone && Takeaway is null;

    public void MoveTo(int position) => Position = Math.Clamp(position, 0, MaxPosition);

    public void MarkDone() => IsDone = true;

    public void MarkUndone() => IsDone = false;

    public void Note(string? takeaway) => Takeaway = string.IsNullOrWhiteSpace(takeaway) ? null : takeaway.Trim();
}
