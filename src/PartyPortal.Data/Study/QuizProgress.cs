using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

/// <summary>What an office learns of who has passed a quiz that it asks its people to pass, as of an assigned course. Looks past the gate of the learner alone.</summary>
public static class QuizProgress
{
    /// <summary>Those of the people whom it asks to pass. Its branch must be loaded.</summary>
    public static IQueryable<Person> AskedBy(this IQueryable<Person> people, Quiz quiz)
    {
        var (path, stages) = (quiz.Branch.Path, quiz.StageBits == 0 ? Publishing.Stages : StageBits.StagesIn(quiz.StageBits));
        return people.Where(p => stages.Contains(p.Stage) && (quiz.AudienceKind == AudienceKind.Branch ? p.BranchId == quiz.BranchId : p.Branch.Path.StartsWith(path)));
    }

    /// <summary>By the organisations directly below. Figures alone leave this, and none that tells of a few.</summary>
    /// <param name="db">Where.</param>
    /// <param name="quiz">One that the viewer may see, with its branch.</param>
    public static Task<CourseProgress> ProgressOfAsync(this PortalDb db, Quiz quiz)
    {
        var asked = db.Everybody().AskedBy(quiz);
        return db.ProgressOfAsync(asked, asked.Where(p => db.QuizPasses.Any(pass => pass.QuizId == quiz.Id && pass.AccountId == p.AccountId)), quiz.BranchId);
    }

    /// <summary>Those who have not passed; for the office that asks alone, and in no other order than that of their names.</summary>
    public static IQueryable<Person> NotPassed(this PortalDb db, Quiz quiz) =>
        db.Everybody().AskedBy(quiz).Where(p => !db.QuizPasses.Any(pass => pass.QuizId == quiz.Id && pass.AccountId == p.AccountId));

    // The learner's own rows are behind the gate for everybody else: see the class.
    private static IQueryable<Person> Everybody(this PortalDb db) => db.People.IgnoreQueryFilters([Visibility.Filter]);
}
