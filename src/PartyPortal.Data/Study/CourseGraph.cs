using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Data.Classes;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

public sealed record ClassOfLesson(TrainingClass Class, int SignedUp);

/// <summary>Courses as their authors need them: past the visibility of what they consist of.</summary>
public static class CourseGraph
{
    /// <summary>
    /// A course with its lessons and what comes before it; null where it is not the viewer's to make. A lesson whose material, quiz or class is being revised elsewhere is
    /// still a lesson: the author sees by its name that it is one, and takes it out or waits.
    /// </summary>
    public static async Task<Course?> FindCourseAsync(this PortalDb db, int id)
    {
        if (!await db.Courses.AnyAsync(c => c.Id == id && c.Branch.Path.StartsWith(db.Viewer.Path))) return null;

        return await db.Courses.IgnoreQueryFilters([Visibility.Filter]).Include(c => c.Branch).Include(c => c.Lessons).ThenInclude(l => l.Material!.Branch)
            .Include(c => c.Lessons).ThenInclude(l => l.Quiz!.Branch).Include(c => c.Lessons).ThenInclude(l => l.Class)
            .Include(c => c.Lessons).ThenInclude(l => l.EarlierClasses).ThenInclude(e => e.Class).Include(c => c.Needs).ThenInclude(n => n.Needed).SingleAsync(c => c.Id == id);
    }

    /// <summary>The same, to be changed.</summary>
    /// <exception cref="OutsideJurisdictionException">The viewer may read but not change it.</exception>
    public static async Task<Course?> FindCourseToChangeAsync(this PortalDb db, int id) => await db.FindToChangeAsync<Course>(id) is null ? null : await db.FindCourseAsync(id);

    /// <summary>The classes among the lessons of a course that is the viewer's to make, with their sessions and how many signed up, whoever organises them.</summary>
    public static async Task<IReadOnlyList<ClassOfLesson>> ClassesOfAsync(this PortalDb db, Course course)
    {
        List<int> ids = [.. course.Lessons.Select(l => l.ClassId).OfType<int>()];
        if (ids.Count == 0) return [];

        var (classes, signedUp) = (await db.TrainingClasses.IgnoreQueryFilters([Visibility.Filter]).Include(c => c.Sessions).AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(), await db.SignedUpAsync(ids));
        return [.. classes.Select(c => new ClassOfLesson(c, signedUp.GetValueOrDefault(c.Id)))];
    }

    /// <summary>What each course needs, of the whole portal: numbers alone, so that courses cannot wait for each other across organisations.</summary>
    public static async Task<ILookup<int, int>> CourseNeedsAsync(this PortalDb db) =>
        (await db.CourseNeeds.IgnoreQueryFilters([Visibility.Filter]).Select(n => new { n.CourseId, n.NeededId }).ToListAsync()).ToLookup(n => n.CourseId, n => n.NeededId);
}
