using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Classes;

/// <summary>That somebody wants to take part. Withdrawn, it is gone.</summary>
public sealed class ClassSignUp : IBelongToAccount
{
    public const int NameMaxLength = 60;

    private ClassSignUp() { }

    internal ClassSignUp(TrainingClass of, Viewer by, int number, bool waits)
    {
        (Class, ClassId, BranchId, AccountId, Name, OfBranchId) = (of, of.Id, of.BranchId, by.AccountId!, by.Name, by.HomeBranchId);
        (Number, AwaitsWord) = (number, waits);
    }

    public int Id { get; private init; }
    public int ClassId { get; private init; }
    public TrainingClass Class { get; private init; } = null!;
    public string AccountId { get; private init; } = "";

    /// <summary>The organiser's.</summary>
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;

    /// <summary>The order in which people signed up; each is given once in a class.</summary>
    public int Number { get; private init; }

    /// <summary>As the organiser reads it, whose part of the organisation may be another.</summary>
    [Personal] public string Name { get; private init; } = "";

    public int? OfBranchId { get; private init; }
    public Branch? OfBranch { get; private init; }

    /// <summary>Was told to wait, and not yet of a seat.</summary>
    public bool AwaitsWord { get; private set; }

    public void Waits() => AwaitsWord = true;

    public void WasTold() => AwaitsWord = false;
}
