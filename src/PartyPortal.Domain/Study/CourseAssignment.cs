using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Study;

/// <summary>
/// That an organisation asks its people, and those below it, to take a course by a day. Whoever is late is warned, and nothing else comes of it.
/// </summary>
public sealed class CourseAssignment : IBelongToBranch, IVersioned, IAudited, ISentOnce
{
    /// <summary>So many days before the last one, those who have not finished are reminded once.</summary>
    public const int DaysOfWarning = 3;

    /// <summary>What nobody ends ends by itself so many days after its last one.</summary>
    public const int DaysUntilItEnds = 90;

    /// <summary>So long after its end, figures of the same course asked of others would tell of those who were left out.</summary>
    public const int DaysApart = 90;

    public const int MostDays = 730;

    /// <summary>Those of whom it can be asked.</summary>
    public static readonly IReadOnlyList<Stage> AllStages = Publishing.Stages;

    private CourseAssignment() { }

    /// <param name="course">What is to be taken.</param>
    /// <param name="branch">The organisation that asks; who belongs to it or to one below it is asked.</param>
    /// <param name="stages">Of these alone.</param>
    /// <param name="dueOn">The last day.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="RuleBrokenException">The course is not published or not open to all of them, no stage is chosen, or the day is past or too far.</exception>
    public CourseAssignment(Course course, Branch branch, IReadOnlyCollection<Stage> stages, DateOnly dueOn, DateOnly today)
    {
        Refuse(course.State is not StudyState.Published, Key("Only a published course can be assigned."), nameof(CourseId));
        Refuse(!stages.Any(AllStages.Contains), Key("Choose at least one stage."), nameof(Stages));
        Refuse(dueOn < today, Key("The last day must not lie in the past."), nameof(DueOn));
        Refuse(dueOn > today.AddDays(MostDays), Key("The last day must lie within two years."), nameof(DueOn));
        (CourseId, Course, Title, BranchId, Branch) = (course.Id, course, course.Title, branch.Id, branch);
        (StageBits, AudienceKey) = (stages.Where(AllStages.Contains).Bits(), Audience.KeyOf(AudienceKind.Subtree, branch.Id));
        Refuse(!IsOpenToAll(course), Key("Not everybody whom you choose may open this course. Choose others, or another course."), nameof(Stages));

        (AssignedOn, DueOn) = (today, dueOn);
        // What begins with less time than that needs no second word as soon as it begins.
        IsForewarned = dueOn <= today.AddDays(DaysOfWarning);
    }

    public int Id { get; private init; }
    public int CourseId { get; private init; }
    public Course Course { get; private init; } = null!;

    /// <summary>What the course was called that day.</summary>
    public string Title { get; private init; } = "";

    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;

    /// <summary>By which the gate knows whom it asks, together with their stage.</summary>
    public string AudienceKey { get; private init; } = "";

    public int StageBits { get; private init; }
    public DateOnly AssignedOn { get; private init; }
    public DateOnly DueOn { get; private init; }
    public DateOnly? RemindedOn { get; private set; }
    public bool IsForewarned { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public Guid? SentKey { get; init; }
    public Guid Version { get; private set; }

    public IReadOnlyList<Stage> Stages => People.StageBits.StagesIn(StageBits);

    /// <summary>Nobody is asked twice for the same course: otherwise two days would hold, and figures of one minus the other would tell of a few.</summary>
    /// <param name="others">What is assigned of this course, or was until <see cref="DaysApart"/> days ago, with its organisations, wherever it is.</param>
    /// <exception cref="RuleBrokenException">One of them asks some of the same people, or asked lately for some of them and for others.</exception>
    public void RequireAlone(IEnumerable<CourseAssignment> others)
    {
        List<CourseAssignment> near = [.. others.Where(Overlaps)];
        if (near.Find(a => a.EndedOn is null) is { } open) throw new RuleBrokenException("{0} asks some of these people for this course already. Wait until that is ended, or choose others.", open.Branch.Name) { Field = nameof(CourseId) };
        if (near.Find(a => a.BranchId != BranchId || a.StageBits != StageBits) is { } late)
            throw new RuleBrokenException("{0} asked some of these people for this course lately. Ask the very same people, or wait until {1}.", late.Branch.Name, $"{late.EndedOn!.Value.AddDays(DaysApart):yyyy-MM-dd}") { Field = nameof(CourseId) };
    }

    /// <summary>Reminds those who have not finished.</summary>
    /// <exception cref="RuleBrokenException">It is ended, or they were reminded today.</exception>
    public void Remind(DateOnly today)
    {
        RequireOpen();
        Refuse(RemindedOn == today, Key("They were reminded today already. Remind them again tomorrow."));
        RemindedOn = today;
    }

    /// <summary>The one reminder that comes by itself; none where somebody reminded them on the same day.</summary>
    public void Forewarn(DateOnly today)
    {
        RequireOpen();
        IsForewarned = true;
        if (DueOn >= today) RemindedOn = today;
    }

    /// <summary>From now on nobody is asked for it, and nobody sees how far they are.</summary>
    /// <exception cref="RuleBrokenException">It is ended already.</exception>
    public void End(DateOnly today)
    {
        RequireOpen();
        EndedOn = today;
    }

    /// <summary>Whether this viewer learns who has not finished: the office of the organisation that asks, while it is under way. Offices above see figures, also of what they assigned in its name.</summary>
    public bool NamesTo(Viewer viewer) => EndedOn is null && (viewer.SpeaksForBranchId == BranchId || (viewer.SpeaksForTop && Branch.ParentId is null));

    /// <summary>Whether the course is for everybody whom this asks.</summary>
    public bool IsOpenToAll(Course course) => Audience.Covers(course.Addressees, new(Branch.Kind is BranchKind.Branch ? AudienceKind.Branch : AudienceKind.Subtree, Branch.Id, StageBits), Branch);

    private bool Overlaps(CourseAssignment other) => (other.StageBits & StageBits) != 0
        && (other.Branch.Path.StartsWith(Branch.Path, StringComparison.Ordinal) || Branch.Path.StartsWith(other.Branch.Path, StringComparison.Ordinal));

    private void RequireOpen() => Refuse(EndedOn is not null, Key("This is ended already."));

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(bool isBroken, string sentence, string? field = null)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}
