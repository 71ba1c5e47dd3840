using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Platform;

internal static class CompletionBook
{
    /// <summary>Notes that the learner has done the course, where the last lesson is done and it was not noted before.</summary>
    /// <returns>Whether that happened now.</returns>
    public static async Task<bool> CompleteAsync(this PortalDb db, int courseId, DateOnly today)
    {
        if (await CoursePage.LoadAsync(db, courseId) is not { MayFinish: true } page) return false;

        try
        {
            db.Add(new CourseCompletion(page.Course, db.Viewer.AccountId!, today));
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            // A second click was faster by a moment.
            db.ChangeTracker.Clear();
            return true;
        }
    }

    /// <summary>The learner has passed a quiz: notes each course that this was the last lesson of.</summary>
    public static async Task CompleteCoursesOfAsync(this PortalDb db, int quizId, DateOnly today)
    {
        foreach (var course in await db.LessonsToTake().Where(l => l.QuizId == quizId).Select(l => l.CourseId).ToListAsync()) await db.CompleteAsync(course, today);
    }

    /// <summary>The learner has the certificate of a class: the same.</summary>
    public static async Task CompleteCoursesOfClassAsync(this PortalDb db, int classId, DateOnly today)
    {
        foreach (var course in await db.LessonsOfClass(classId).Select(l => l.CourseId).Distinct().ToListAsync()) await db.CompleteAsync(course, today);
    }
}
