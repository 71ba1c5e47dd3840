using System.Collections.Concurrent;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Hours;

/// <summary>
/// How many of a branch had reached their hours by the end of the last month, as it stood when somebody first looked. It is kept for the month: whoever notes, confirms or
/// takes out something, also of an earlier day, and looks again reads the same, and learns nothing of one person. It is kept in this process alone, and counted anew
/// after a restart.
/// </summary>
public sealed class MonthlyFigures
{
    private readonly ConcurrentDictionary<(int Branch, DateOnly Day), HourTotals> _figures = [];

    /// <summary>The last day of the month that is over.</summary>
    public static DateOnly DayFor(DateOnly today) => today.AddDays(-today.Day);

    public async Task<HourTotals> OfAsync(PortalDb db, int branchId, DateOnly day, PortalSettings settings)
    {
        if (_figures.TryGetValue((branchId, day), out var kept)) return kept;

        foreach (var past in _figures.Keys.Where(key => key.Day < day)) _figures.TryRemove(past, out _);
        return _figures.GetOrAdd((branchId, day), await db.HourTotalsAsync(branchId, day, settings));
    }
}
