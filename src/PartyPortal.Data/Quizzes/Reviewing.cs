using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Data.Quizzes;

/// <summary>What the viewer answered wrongly and meets again.</summary>
public static class Reviewing
{
    /// <summary>Those that are not known yet: of withdrawn questions none.</summary>
    public static IQueryable<Mistake> MistakesReturning(this PortalDb db) =>
        db.Mistakes.Where(m => m.AccountId == db.Viewer.AccountId && m.Step < Mistake.Intervals.Count && m.Question.WithdrawnBecause == null);

    public static IQueryable<Mistake> MistakesToReview(this PortalDb db, DateOnly today) => db.MistakesReturning().Where(m => m.DueOn <= today);
}
