using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Data.People;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

/// <param name="Organisations">How many ask their people to take a course.</param>
/// <param name="Last">The last of their days.</param>
public sealed record AssignedSum(int Organisations, DateOnly Last);

/// <summary>Whom an assignment of a course asks, from both ends.</summary>
public static class Assignments
{
    /// <summary>What the viewer is asked for and has not finished.</summary>
    public static IQueryable<CourseAssignment> AssignedToMe(this PortalDb db) => db.CourseAssignments.Where(a => a.EndedOn == null && db.Viewer.Audiences.Contains(a.AudienceKey)
        && (a.StageBits & db.Viewer.StageBit) != 0 && a.Course.State == StudyState.Published && db.Viewer.Audiences.Contains(a.Course.AudienceKey)
        && (a.Course.StageBits == 0 || (a.Course.StageBits & db.Viewer.StageBit) != 0) && !db.CourseCompletions.Any(c => c.CourseId == a.CourseId && c.AccountId == db.Viewer.AccountId));

    /// <summary>Those of the people whom it asks. Its branch must be loaded.</summary>
    public static IQueryable<Person> AskedBy(this IQueryable<Person> people, CourseAssignment assignment)
    {
        var (path, stages) = (assignment.Branch.Path, assignment.Stages);
        return people.Where(p => p.Branch.Path.StartsWith(path) && stages.Contains(p.Stage));
    }

    /// <summary>Those of them who can open the course now. Both branches must be loaded.</summary>
    public static IQueryable<Person> AskedNowBy(this IQueryable<Person> people, CourseAssignment assignment, Course course) =>
        people.AskedBy(assignment).Where(p => course.State == StudyState.Published).ReachedBy(course.AudienceKind, course.Branch, course.StageBits);

    /// <summary>The course of an assignment that the viewer may see, with its branch, past who may open it: an office must learn that its people cannot, also where it cannot itself.</summary>
    public static Task<Course> CourseOfAsync(this PortalDb db, CourseAssignment assignment) =>
        db.Courses.IgnoreQueryFilters([Visibility.Filter]).Include(c => c.Branch).AsNoTracking().SingleAsync(c => c.Id == assignment.CourseId);

    /// <summary>Who assigns a course, in figures for its author, who need not see who they are; null where nobody does.</summary>
    public static Task<AssignedSum?> AssignedAsync(this PortalDb db, int courseId) => db.CourseAssignments.IgnoreQueryFilters([Visibility.Filter]).Where(a => a.CourseId == courseId && a.EndedOn == null)
        .GroupBy(a => a.CourseId).Select(g => new AssignedSum(g.Select(a => a.BranchId).Distinct().Count(), g.Max(a => a.DueOn))).SingleOrDefaultAsync();

    /// <summary>What is assigned of a course or was lately, wherever it is: nobody is asked twice, whoever asks.</summary>
    public static Task<List<CourseAssignment>> NearAssignmentsAsync(this PortalDb db, int courseId, DateOnly today)
    {
        var since = today.AddDays(-CourseAssignment.DaysApart);
        return db.CourseAssignments.IgnoreQueryFilters([Visibility.Filter]).Include(a => a.Branch).AsNoTracking().Where(a => a.CourseId == courseId && (a.EndedOn == null || a.EndedOn > since)).ToListAsync();
    }
}
