using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Classes;

namespace PartyPortal.Data.Classes;

/// <summary>How full a class is, and where one person stands: figures, and nobody's name.</summary>
/// <param name="SignedUp">How many signed up.</param>
/// <param name="Last">The highest number that was given.</param>
/// <param name="Own">The viewer's own number; null where they did not sign up.</param>
/// <param name="Before">How many signed up before the viewer, or would if they did so now.</param>
public sealed record SeatFigures(int SignedUp, int Last, int? Own, int Before);

/// <summary>A class for which somebody signed up, with a session that is still ahead.</summary>
public sealed record OwnSession(int ClassId, string Title, DateOnly On, TimeOnly From, string Where, int? Waiting);

public static class Seats
{
    /// <summary>Classes of the viewer's own office.</summary>
    public static IQueryable<TrainingClass> OrganisedBy(this IQueryable<TrainingClass> classes, Viewer viewer) =>
        classes.Where(c => c.BranchId == viewer.SpeaksForBranchId || (viewer.SpeaksForTop && c.Branch.ParentId == null));

    /// <summary>Counted past who may see whom: a figure, and nothing of anybody.</summary>
    public static async Task<SeatFigures> SeatFiguresAsync(this PortalDb db, int classId)
    {
        var me = db.Viewer.AccountId;
        var all = db.ClassSignUps.IgnoreQueryFilters([Visibility.Filter]).Where(s => s.ClassId == classId);
        var found = await all.GroupBy(s => s.ClassId).Select(g => new { Count = g.Count(), Last = g.Max(s => s.Number), Own = g.Max(s => s.AccountId == me ? (int?)s.Number : null) }).SingleOrDefaultAsync();
        if (found is null) return new(0, 0, null, 0);

        return new(found.Count, found.Last, found.Own, found.Own is { } own ? await all.CountAsync(s => s.Number < own) : found.Count);
    }

    /// <summary>How many signed up for each of these: figures, as above.</summary>
    public static Task<Dictionary<int, int>> SignedUpAsync(this PortalDb db, IReadOnlyCollection<int> classes) => db.ClassSignUps.IgnoreQueryFilters([Visibility.Filter])
        .Where(s => classes.Contains(s.ClassId)).GroupBy(s => s.ClassId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    /// <summary>Sessions ahead of classes for which the viewer signed up. Past the filter for the figure of those before them alone: the rows are the viewer's own.</summary>
    public static async Task<List<OwnSession>> OwnSessionsAsync(this PortalDb db, DateOnly from)
    {
        var me = db.Viewer.AccountId;
        var rows = await db.ClassSignUps.IgnoreQueryFilters([Visibility.Filter]).Where(s => s.AccountId == me && s.Class.State == ClassState.Announced)
            .SelectMany(s => s.Class.Sessions.Where(t => t.On >= from), (s, t) => new { s.ClassId, s.Class.Title, s.Class.Quota, t.On, t.From, t.Where, Before = s.Class.SignUps.Count(o => o.Number < s.Number) })
            .ToListAsync();
        return [.. rows.OrderBy(r => r.On).ThenBy(r => r.From).Select(r => new OwnSession(r.ClassId, r.Title, r.On, r.From, r.Where, r.Before < r.Quota ? null : r.Before - r.Quota + 1))];
    }
}
