using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.WorkCalendar;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Ladder;

/// <summary>On the morning of a working day reminds of what waits past its date, one rung at a time.</summary>
[Display(Name = "Remind of what is late")]
internal sealed class ClimbLadder(IEnumerable<ITodoSource> sources, CurrentSettings settings) : IPortalJob
{
    private const int HourOfMorning = 8;
    private const int DaysKept = 180;
    private const int AtOnce = 500;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var (today, ladder) = (PortalClock.Day(now), new Domain.Todos.Ladder(await db.WorkingDaysAsync(), settings.Now.LateDays()));
        if (PortalClock.InShanghai(now).Hour < HourOfMorning || !ladder.Days.IsWorked(today)) return;

        var late = await sources.FindLateAsync(db, today);
        var climbed = (await db.LadderSteps.Select(s => new { s.Thing, s.Rung, s.On }).ToListAsync()).ToLookup(s => s.Thing);
        var climbing = await Climbing.BeginAsync(db, today);
        foreach (var thing in late)
            if (ladder.NextOf(thing, climbed[thing.Key].ToDictionary(s => s.Rung, s => s.On), today) is { } rung) await climbing.ClimbAsync(thing, rung, today);

        await ForgetAsync(db, [.. late.Select(t => t.Key)], today.AddDays(-DaysKept));
    }

    /// <summary>What still waits keeps its steps: else it would climb anew.</summary>
    private static async Task ForgetAsync(PortalDb db, HashSet<string> late, DateOnly oldest)
    {
        var old = await db.LadderSteps.Where(s => s.On < oldest).OrderBy(s => s.Id).ToListAsync();
        db.RemoveRange(old.Where(s => !late.Contains(s.Thing)).Take(AtOnce));
        await db.SaveChangesAsync();
    }
}

internal static class LateThings
{
    public static async Task<IReadOnlyList<LateThing>> FindLateAsync(this IEnumerable<ITodoSource> sources, PortalDb db, DateOnly today)
    {
        List<LateThing> late = [];
        foreach (var source in sources) late.AddRange(await source.FindLateAsync(db, today));
        return late;
    }
}
