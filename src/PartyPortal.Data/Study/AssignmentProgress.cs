using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

/// <summary>What an office learns of how far its people are with a course that it asks them to take. The one place that looks past the gate of the learner alone.</summary>
public static class AssignmentProgress
{
    /// <summary>By the organisations directly below. Figures alone leave this, and none that tells of a few.</summary>
    /// <param name="db">Where.</param>
    /// <param name="assignment">One that the viewer may see, with its branch.</param>
    public static Task<CourseProgress> ProgressOfAsync(this PortalDb db, CourseAssignment assignment)
    {
        var (course, asked) = (assignment.CourseId, db.Everybody().AskedBy(assignment));
        return db.ProgressOfAsync(asked, asked.Where(p => db.CourseCompletions.Any(c => c.CourseId == course && c.AccountId == p.AccountId)), assignment.BranchId);
    }

    internal static async Task<CourseProgress> ProgressOfAsync(this PortalDb db, IQueryable<Person> asked, IQueryable<Person> finished, int branchId)
    {
        var (all, whole) = (await CountAsync(asked), await CountAsync(finished));
        var branches = await db.Branches.Where(b => b.Id == branchId || b.ParentId == branchId).OrderBy(b => b.ParentId == branchId).ThenBy(b => b.Name).Select(b => new { b.Id, b.Name, b.Path }).ToListAsync();
        return new CourseProgress(branches.Select(b => new GroupProgress(b.Name, Of(all, b.Id, b.Path), Of(whole, b.Id, b.Path))));

        // Those directly in the organisation itself are a group of their own.
        int Of(Dictionary<string, int> counts, int id, string path) => counts.Where(c => id == branchId ? c.Key == path : c.Key.StartsWith(path, StringComparison.Ordinal)).Sum(c => c.Value);
    }

    /// <summary>Those who can open the course now and have not finished; for the office that asks alone, and in no other order than that of their names.</summary>
    public static IQueryable<Person> Unfinished(this PortalDb db, CourseAssignment assignment, Course course) =>
        db.Everybody().AskedNowBy(assignment, course).Where(p => !db.CourseCompletions.Any(c => c.CourseId == assignment.CourseId && c.AccountId == p.AccountId));

    // The learner's own rows are behind the gate for everybody else: see the class.
    private static IQueryable<Person> Everybody(this PortalDb db) => db.People.IgnoreQueryFilters([Visibility.Filter]);

    private static Task<Dictionary<string, int>> CountAsync(IQueryable<Person> people) =>
        people.GroupBy(p => p.Branch.Path).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
}
