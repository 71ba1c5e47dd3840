using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Access;

public enum SecondLook
{
    [Display(Name = "It stays out")]
    StaysOut = 1,

    [Display(Name = "It goes back")]
    GoesBack,
}

/// <summary>Words of somebody that an office may take out, with a reason that their author reads. Asked once, somebody else looks again and says why.</summary>
public abstract class RemovableWords : IBelongToBranch, IVersioned
{
    public const int ReasonMaxLength = 600;

    public int Id { get; private init; }
    public int BranchId { get; protected init; }

    /// <summary>Null while they stand.</summary>
    public string? RemovedBecause { get; private set; }

    /// <summary>Does not take the second look, and is forgotten with it.</summary>
    [Personal]
    public string? RemovedBy { get; private set; }

    /// <summary>The day on which their author asked for a second look.</summary>
    public DateOnly? AskedAgainOn { get; private set; }

    public SecondLook? SecondLook { get; private set; }
    public string? SecondLookBecause { get; private set; }
    public Guid Version { get; private set; }

    public bool MayBeAskedAgain => RemovedBecause is not null && AskedAgainOn is null;

    public bool WaitsForSecondLook => AskedAgainOn is not null && SecondLook is null;

    /// <exception cref="RuleBrokenException">They are out already, were put back after a second look, or no reason is given.</exception>
    public virtual void Remove(string? reason, string? by)
    {
        if (RemovedBecause is not null) throw new RuleBrokenException("This is taken out already.");
        if (SecondLook is not null) throw new RuleBrokenException("A second look has put this back. It stays.");

        RemovedBecause = Given(reason);
        RemovedBy = by;
    }

    /// <exception cref="RuleBrokenException">They stand, or it was asked for before.</exception>
    public void AskAgain(DateOnly today)
    {
        if (!MayBeAskedAgain) throw new RuleBrokenException("A second look can be asked for once, and only for what was taken out.");

        AskedAgainOn = today;
    }

    /// <exception cref="RuleBrokenException">Nobody asks for it, it is whose deed it was, or no reason is given.</exception>
    public void LookAgain(SecondLook outcome, string? reason, string? by)
    {
        if (!WaitsForSecondLook) throw new RuleBrokenException("No second look is asked for here.");
        if (by == RemovedBy) throw new RuleBrokenException("Whoever took it out may not take the second look.");

        (SecondLookBecause, SecondLook, RemovedBy) = (Given(reason), outcome, null);
        if (outcome is Access.SecondLook.GoesBack) RemovedBecause = null;
    }

    private static string Given(string? reason) => string.IsNullOrWhiteSpace(reason) ? throw new RuleBrokenException("Say why: its author reads the reason.") { Field = "Reason" } : reason;
}
