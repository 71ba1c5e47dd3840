using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Courses;

internal static class CourseBook
{
    public static IQueryable<Course> WithLessons(this IQueryable<Course> courses) => courses.Include(c => c.Branch).Include(c => c.Lessons).ThenInclude(l => l.Material);

    /// <summary>The course with its lessons and what comes before it, to be changed; null where there is none for this author.</summary>
    /// <exception cref="PartyPortal.Data.Access.OutsideJurisdictionException">The author may read but not change it.</exception>
    public static async Task<Course?> FindCourseToChangeAsync(this PortalDb db, int id)
    {
        if (await db.FindToChangeAsync<Course>(id) is null) return null;

        return await db.Courses.WithLessons().Include(c => c.Needs).SingleAsync(c => c.Id == id);
    }
}
