using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

/// <summary>Lessons as one learner meets them.</summary>
public static class OpenLessons
{
    /// <summary>Those that are to be taken now: what is withdrawn or not for the learner any more holds nobody up. A quiz or class that one keeps is not one's own to take by that.</summary>
    public static IQueryable<Lesson> LessonsToTake(this PortalDb db) => db.Lessons.Where(l => l.Material!.State == StudyState.Published
        || (l.Quiz!.State == QuizState.Published && db.Viewer.IsSignedIn && db.Viewer.Audiences.Contains(l.Quiz.AudienceKey) && (l.Quiz.StageBits == 0 || (l.Quiz.StageBits & db.Viewer.StageBit) != 0))
        || (l.Class!.State == ClassState.Announced && db.Viewer.IsSignedIn && db.Viewer.Audiences.Contains(l.Class.AudienceKey)));

    /// <summary>Those of them whose material the learner calls done, or whose quiz the learner has passed, or whose class the learner has the certificate of.</summary>
    public static IQueryable<Lesson> LessonsDone(this PortalDb db) => db.LessonsToTake().Where(l => db.StudyProgress.Any(p => p.MaterialId == l.MaterialId && p.AccountId == db.Viewer.AccountId && p.IsDone)
        || db.QuizPasses.Any(p => p.QuizId == l.QuizId && p.AccountId == db.Viewer.AccountId)
        || db.ClassCertificates.Any(c => c.ClassId == l.ClassId && c.AccountId == db.Viewer.AccountId));

    /// <summary>Whether a training class is a lesson of any course, whoever may see that course.</summary>
    public static Task<bool> IsLessonAsync(this PortalDb db, int classId) => db.Lessons.IgnoreQueryFilters([Visibility.Filter]).AnyAsync(l => l.ClassId == classId);
}
