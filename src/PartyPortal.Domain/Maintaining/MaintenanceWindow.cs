using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Maintaining;

public enum MaintenanceState
{
    [Display(Name = "Planned")]
    Planned = 1,

    [Display(Name = "Announced")]
    Announced,

    [Display(Name = "Being worked on")]
    UnderWay,

    [Display(Name = "Over")]
    Over,

    [Display(Name = "Called off")]
    CalledOff,
}

/// <summary>Work on the portal itself that its readers feel. A job moves it on as time goes; pages ask for its state and never for the hour.</summary>
public sealed class MaintenanceWindow : IAudited, IVersioned
{
    public const int AffectsMaxLength = 200;

    private MaintenanceWindow() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Plan"/>.</exception>
    public MaintenanceWindow(DateTime from, DateTime until, string affects, string? affectsInEnglish, DateTime now) => Plan(from, until, affects, affectsInEnglish, now);

    public int Id { get; private init; }
    public DateTime From { get; private set; }
    public DateTime Until { get; private set; }

    /// <summary>What does not work meanwhile.</summary>
    public string Affects { get; private set; } = "";

    public string? AffectsInEnglish { get; private set; }
    public MaintenanceState State { get; private set; } = MaintenanceState.Planned;
    public Guid Version { get; private set; }

    public bool IsStillToCome => State is MaintenanceState.Planned or MaintenanceState.Announced;

    public bool IsOnEachPage => State is MaintenanceState.Announced or MaintenanceState.UnderWay;

    /// <exception cref="RuleBrokenException">It ends before it begins or before now, or has begun already.</exception>
    public void Plan(DateTime from, DateTime until, string affects, string? affectsInEnglish, DateTime now)
    {
        if (!IsStillToCome) throw new RuleBrokenException("What has begun is not planned any more. End it, or plan another one.");
        if (until <= from) throw new RuleBrokenException("The end is not after the start.") { Field = nameof(Until) };
        if (until <= now) throw new RuleBrokenException("This time is over already.") { Field = nameof(Until) };

        (From, Until, Affects, AffectsInEnglish, State) = (from, until, affects, affectsInEnglish, MaintenanceState.Planned);
    }

    /// <summary>Moves on to what it is at this time.</summary>
    /// <param name="announcedBefore">How long before its start each page speaks of it.</param>
    public void KeepTime(DateTime now, TimeSpan announcedBefore)
    {
        if (State is MaintenanceState.Over or MaintenanceState.CalledOff) return;

        State = now >= Until ? MaintenanceState.Over
            : now >= From ? MaintenanceState.UnderWay
            : now >= From - announcedBefore ? MaintenanceState.Announced
            : MaintenanceState.Planned;
    }

    /// <exception cref="RuleBrokenException">It has begun or is over.</exception>
    public void CallOff()
    {
        if (!IsStillToCome) throw new RuleBrokenException("Only what has not begun is called off.");

        State = MaintenanceState.CalledOff;
    }

    /// <summary>Done sooner than planned.</summary>
    /// <exception cref="RuleBrokenException">It is not under way.</exception>
    public void End(DateTime now)
    {
        if (State is not MaintenanceState.UnderWay) throw new RuleBrokenException("Only what is under way is ended.");

        (Until, State) = (now, MaintenanceState.Over);
    }
}
