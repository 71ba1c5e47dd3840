using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Todos;

/// <summary>When what is late climbs: rung by rung, the working days between two of them kept even where the portal stood still or learns of it late.</summary>
/// <param name="After">Working days after the last day, for each rung.</param>
public sealed record Ladder(WorkingDays Days, IReadOnlyList<int> After)
{
    /// <summary>The rung to be climbed today; null for none.</summary>
    public Rung? NextOf(LateThing thing, IReadOnlyDictionary<Rung, DateOnly> climbed, DateOnly today)
    {
        var done = climbed.Count;
        if (done >= After.Count) return null;

        var (since, pause) = done == 0 ? (thing.Due, After[0]) : (climbed.Values.Max(), Math.Max(1, After[done] - After[done - 1]));
        return Days.Between(since, today) >= pause ? (Rung)(done + 1) : null;
    }
}
