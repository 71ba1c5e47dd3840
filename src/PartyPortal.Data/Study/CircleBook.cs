using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

public sealed record CircleName(int PersonId, string Name);

/// <param name="Text">Null where it was taken out and is not the reader's own.</param>
public sealed record CircleTalk(int Id, int WeekId, string Name, string? Text, DateOnly On, bool IsMine, string? RemovedBecause);

public sealed record CircleReading(int Id, int MaterialId, string Title, bool IsOpen, DateOnly On, string? Question);

/// <summary>What stands in a circle. Whoever sees the circle knows its people, though the people are not theirs to look up otherwise.</summary>
public static class CircleBook
{
    public static async Task<List<CircleName>> CircleMembersAsync(this PortalDb db, int circleId) => await db.ReadingCircles.AnyAsync(c => c.Id == circleId)
        ? await db.CircleMembers.IgnoreQueryFilters([Visibility.Filter]).Where(m => m.CircleId == circleId).OrderBy(m => m.Person.NameKey).ThenBy(m => m.Id).Select(m => new CircleName(m.PersonId, m.Person.Name)).ToListAsync()
        : [];

    /// <summary>What is read, the newest first; a title stays when the material was withdrawn meanwhile.</summary>
    public static async Task<List<CircleReading>> CircleReadingsAsync(this PortalDb db, int circleId) => await db.ReadingCircles.AnyAsync(c => c.Id == circleId)
        ? await db.CircleWeeks.IgnoreQueryFilters([Visibility.Filter]).Where(w => w.CircleId == circleId).OrderByDescending(w => w.On).ThenByDescending(w => w.Id)
            .Select(w => new CircleReading(w.Id, w.MaterialId, w.Material.Title, w.Material.State == StudyState.Published, w.On, w.Question)).ToListAsync()
        : [];

    public static async Task<List<CircleTalk>> CircleTalkAsync(this PortalDb db, int circleId)
    {
        if (!await db.ReadingCircles.AnyAsync(c => c.Id == circleId)) return [];

        var me = db.Viewer.AccountId;
        return await db.CircleWords.IgnoreQueryFilters([Visibility.Filter]).Where(w => w.Week.CircleId == circleId).OrderBy(w => w.Id)
            .Select(w => new CircleTalk(w.Id, w.WeekId, w.Person.Name, w.RemovedBecause == null || w.AccountId == me ? w.Text : null, w.On, w.AccountId == me, w.AccountId == me ? w.RemovedBecause : null)).ToListAsync();
    }

    /// <summary>What the viewer said in circles that they do not read along in any more.</summary>
    public static Task<List<CircleTalk>> LeftBehindAsync(this PortalDb db)
    {
        var (me, person) = (db.Viewer.AccountId, db.Viewer.PersonId);
        return db.CircleWords.IgnoreQueryFilters([Visibility.Filter]).Where(w => w.AccountId == me && w.RemovedBecause == null && !w.Week.Circle.Members.Any(m => m.PersonId == person))
            .OrderBy(w => w.Id).Select(w => new CircleTalk(w.Id, w.WeekId, w.Person.Name, w.Text, w.On, true, null)).ToListAsync();
    }

    /// <summary>A circle of the viewer's own office, with its people and what it reads, to be changed.</summary>
    public static async Task<ReadingCircle?> FindCircleToChangeAsync(this PortalDb db, int id) => await db.FindToChangeAsync<ReadingCircle>(id) is null || !await db.ReadingCircles.AnyAsync(c => c.Id == id && c.BranchId == db.Viewer.SpeaksForBranchId)
        ? null
        : await db.ReadingCircles.IgnoreQueryFilters([Visibility.Filter]).Include(c => c.Members).ThenInclude(m => m.Person.Branch).Include(c => c.Weeks).ThenInclude(w => w.Material).SingleAsync(c => c.Id == id);
}
