using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Todos;

public enum Rung
{
    [Display(Name = "First reminder")]
    Own = 1,

    [Display(Name = "Another office of the organisation")]
    Beside,

    [Display(Name = "The organisation above")]
    Above,
}

/// <summary>One rung that something late has climbed. It knows offices and organisations, never who holds them.</summary>
public sealed class LadderStep : IVersioned
{
    public const int ThingMaxLength = 50;

    private LadderStep() { }

    /// <param name="branchId">The organisation for which it waits.</param>
    /// <param name="toId">The one that is reminded.</param>
    /// <param name="office">The office that is reminded there; null where nobody holds one.</param>
    public LadderStep(LateThing thing, Rung rung, int branchId, int toId, Role? office, DateOnly on)
    {
        (Thing, Step, Title, AboutBranchId) = (thing.Key, thing.Step, thing.Title, thing.AboutBranchId);
        (Rung, BranchId, ToId, Office, On) = (rung, branchId, toId, office, on);
    }

    public int Id { get; private init; }

    /// <summary>The key of the late thing: each of its rungs is climbed once.</summary>
    public string Thing { get; private init; } = "";

    public Rung Rung { get; private init; }
    public Step Step { get; private init; }
    public string? Title { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public int? AboutBranchId { get; private init; }
    public int ToId { get; private set; }
    public Branch To { get; private init; } = null!;
    public Role? Office { get; private set; }
    public DateOnly On { get; private init; }
    public Guid Version { get; private set; }

    /// <summary>The key of what is told, by which its way is found again.</summary>
    public string LetterKey => $"late:{Thing}:{(int)Rung}";

    /// <summary>Somebody holds the office now.</summary>
    public void Reach(int toId, Role office) => (ToId, Office) = (toId, office);
}
