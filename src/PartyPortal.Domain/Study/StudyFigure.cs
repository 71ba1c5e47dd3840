using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Study;

/// <summary>
/// How the members of one organisation stood with their study at the end of a month. It is counted once and never anew: whoever notes, confirms or takes out something
/// afterwards and looks again learns nothing of one person. It keeps no more than it shows.
/// </summary>
public sealed class StudyFigure
{
    private StudyFigure() { }

    public StudyFigure(int branchId, DateOnly day, StudyCounts counts) =>
        (BranchId, Day, Of, Reached, Finished) = (branchId, day, counts.Of, counts.WithHours.Rounded, counts.WithCourse.Rounded);

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;

    /// <summary>The last of a month.</summary>
    public DateOnly Day { get; private init; }

    public int Of { get; private init; }
    public int Reached { get; private init; }
    public int Finished { get; private init; }

    public StudyCounts Counts => new(Of, Reached, Finished);

    /// <summary>The last day of the month that is over.</summary>
    public static DateOnly DayFor(DateOnly today) => today.AddDays(-today.Day);

    /// <summary>Older figures are deleted: the newest are shown, and those of the month before while they are being counted.</summary>
    public static DateOnly OldestFor(DateOnly today) => DayFor(DayFor(today));
}
