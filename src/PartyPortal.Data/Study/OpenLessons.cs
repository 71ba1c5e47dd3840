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
    public static IQueryable<Lesson> LessonsDone(this PortalDb db) => db.LessonsToTake().Where(l => db.MaterialsDone().Any(done => done == l.MaterialId)
        || db.QuizzesPassed().Any(passed => passed == l.QuizId)
        || db.ClassLessonsDone().Any(done => done.Id == l.Id));

    public static IQueryable<int> MaterialsDone(this PortalDb db) => db.StudyProgress.Where(p => p.AccountId == db.Viewer.AccountId && p.IsDone).Select(p => p.MaterialId);

    public static IQueryable<int> QuizzesPassed(this PortalDb db) => db.QuizPasses.Where(p => p.AccountId == db.Viewer.AccountId).Select(p => p.QuizId);

    /// <summary>By the certificate of the class, or of one before it.</summary>
    public static IQueryable<Lesson> ClassLessonsDone(this PortalDb db) =>
        db.Lessons.Where(l => db.ClassCertificates.Any(c => c.AccountId == db.Viewer.AccountId && (c.ClassId == l.ClassId || l.EarlierClasses.Any(e => e.ClassId == c.ClassId))));

    /// <summary>The lessons, to be taken now, that a class is or was.</summary>
    public static IQueryable<Lesson> LessonsOfClass(this PortalDb db, int classId) => db.LessonsToTake().Where(l => l.ClassId == classId || l.EarlierClasses.Any(e => e.ClassId == classId));
}
