using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Study;

/// <summary>Study in place of a meeting that somebody missed, done by their own word. Late or not at all has no consequence.</summary>
public sealed class MakeUpStudy : IBelongToBranch, IAnsweredBy, IAudited
{
    private MakeUpStudy() { }

    internal MakeUpStudy(HourEvent missed, Person person, StudyMaterial material, DateOnly dueOn) => (EventId, BranchId, PersonId, MaterialId, DueOn) = (missed.Id, missed.BranchId, person.Id, material.Id, dueOn);

    public int Id { get; private init; }
    public int EventId { get; private init; }
    public HourEvent Event { get; private init; } = null!;

    /// <summary>The event's own.</summary>
    public int BranchId { get; private init; }

    public Branch Branch { get; private init; } = null!;
    public int PersonId { get; private init; }
    public Person Person { get; private init; } = null!;
    public int MaterialId { get; private init; }
    public StudyMaterial Material { get; private init; } = null!;
    public DateOnly DueOn { get; private init; }
    [Personal] public DateOnly? DoneOn { get; private set; }

    public bool IsAnsweredBy(Viewer viewer) => viewer.PersonId == PersonId;

    /// <exception cref="RuleBrokenException">It was reported already.</exception>
    public void ReportDone(DateOnly today)
    {
        if (DoneOn is not null) throw new RuleBrokenException("You have reported this already.");

        DoneOn = today;
    }
}
