using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Postings;

/// <summary>Today, the working days as they are kept, and whether the day on which a posting goes up is one of its days.</summary>
public sealed record PostingClock(DateOnly Today, WorkingDays Days, bool CountsFirstDay);

/// <summary>From when a posting stands, and for how many working days.</summary>
public sealed record PostingTerm(DateOnly FirstOn, int Days, bool CountsFirstDay)
{
    /// <summary>The working days that make it up; the last of them is still the posting's.</summary>
    public IReadOnlyList<DateOnly> Counted(WorkingDays calendar)
    {
        var before = CountsFirstDay ? FirstOn.AddDays(-1) : FirstOn;
        var last = calendar.After(before, Days);
        return [.. Enumerable.Range(1, last.DayNumber - before.DayNumber).Select(before.AddDays).Where(calendar.IsWorked)];
    }
}
