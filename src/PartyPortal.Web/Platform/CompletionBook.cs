using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Platform;

internal static class CompletionBook
{
    /// <summary>Notes that the learner has done the course, where the last lesson is done and it was not noted before.</summary>
    /// <returns>Whether that happened now.</returns>
    public static async Task<bool> CompleteAsync(this PortalDb db, int courseId, DateOnly today)
    {
        if (await CoursePage.LoadAsync(db, courseId) is not { CompletedOn: null, Walk.IsComplete: true, First.Count: 0 } page) return false;

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

    /// <summary>Saves the certificates of a class that were given, and with the eyes of each learner the courses that this was the last lesson of.</summary>
    public static async Task SaveCertificatesAsync(this PortalDb db, ViewerStore viewers, DateOnly today)
    {
        var given = db.ChangeTracker.Entries<ClassCertificate>().Where(e => e.State is EntityState.Added).Select(e => e.Entity).ToList();
        await db.SaveChangesAsync();
        if (given.Count == 0 || !await db.IsLessonAsync(given[0].ClassId)) return;

        foreach (var certificate in given)
        {
            if (await viewers.OfAccountAsync(certificate.AccountId, db) is not { } learner) continue;

            using (db.Current!.ActFor(learner))
            {
                foreach (var course in await db.LessonsToTake().Where(l => l.ClassId == certificate.ClassId).Select(l => l.CourseId).ToListAsync()) await db.CompleteAsync(course, today);
            }
        }
    }

    /// <summary>The learner has passed a quiz: notes each course that this was the last lesson of.</summary>
    public static async Task CompleteCoursesOfAsync(this PortalDb db, int quizId, DateOnly today)
    {
        foreach (var course in await db.LessonsToTake().Where(l => l.QuizId == quizId).Select(l => l.CourseId).ToListAsync()) await db.CompleteAsync(course, today);
    }
}
