using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

/// <summary>Whom an assignment of a course asks, from both ends.</summary>
public static class Assignments
{
    /// <summary>What the viewer is asked for and has not finished.</summary>
    public static IQueryable<CourseAssignment> AssignedToMe(this PortalDb db) => db.CourseAssignments.Where(a => a.EndedOn == null && db.Viewer.Audiences.Contains(a.AudienceKey)
        && (a.StageBits & db.Viewer.StageBit) != 0 && a.Course.State == StudyState.Published && !db.CourseCompletions.Any(c => c.CourseId == a.CourseId && c.AccountId == db.Viewer.AccountId));

    /// <summary>Those of the people whom it asks. Its branch must be loaded.</summary>
    public static IQueryable<Person> AskedBy(this IQueryable<Person> people, CourseAssignment assignment)
    {
        var (path, stages) = (assignment.Branch.Path, assignment.Stages);
        return people.Where(p => p.Branch.Path.StartsWith(path) && stages.Contains(p.Stage));
    }

    /// <summary>What is assigned of a course or was lately, wherever it is: nobody is asked twice, whoever asks.</summary>
    public static Task<List<CourseAssignment>> NearAssignmentsAsync(this PortalDb db, int courseId, DateOnly today)
    {
        var since = today.AddDays(-CourseAssignment.DaysApart);
        return db.CourseAssignments.IgnoreQueryFilters([Visibility.Filter]).Include(a => a.Branch).AsNoTracking().Where(a => a.CourseId == courseId && (a.EndedOn == null || a.EndedOn > since)).ToListAsync();
    }
}
