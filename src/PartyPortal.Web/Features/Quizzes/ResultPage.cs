using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>An attempt that was handed in, with the learner's own appeals against its questions.</summary>
public sealed record ResultPage(QuizAttempt Attempt, IReadOnlyDictionary<int, Appeal> Appeals, DateOnly? AppealsUntil, bool MayAppeal)
{
    public static async Task<ResultPage> LoadAsync(PortalDb db, QuizAttempt attempt, int days, DateOnly today)
    {
        var ids = attempt.Answers.Select(a => a.QuestionId).ToList();
        var appeals = await db.Appeals.Where(a => a.AccountId == attempt.AccountId && ids.Contains(a.QuestionId)).AsNoTracking().ToDictionaryAsync(a => a.QuestionId);
        var until = attempt.MarkedOn?.AddDays(days);
        return new ResultPage(attempt, appeals, until, today <= until);
    }
}
