using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>Marks an attempt and saves with it what follows: whether the quiz is passed, what the learner is to meet again, which words wait for a person.</summary>
internal sealed class AttemptMarking(PortalDb db, QuizAttempt attempt, DateOnly today)
{
    private readonly bool _wasPassed = attempt.IsPassed is true;
    private readonly Dictionary<int, Mark?> _before = attempt.Answers.ToDictionary(a => a.QuestionId, a => a.Mark);

    /// <returns>Whether it is passed by that.</returns>
    public async Task<bool> SaveAsync(Func<QuizAttempt, IReadOnlyList<WrittenAnswer>> mark)
    {
        db.AddRange(mark(attempt));
        await KeepPassAsync();
        await KeepMistakesAsync();
        await db.SaveChangesAsync();
        return !_wasPassed && attempt.IsPassed is true;
    }

    private async Task KeepPassAsync()
    {
        if (attempt.IsPassed is not { } isPassed) return;

        var pass = await db.QuizPasses.SingleOrDefaultAsync(p => p.QuizId == attempt.QuizId && p.AccountId == attempt.AccountId);
        if (isPassed && pass is null) db.Add(new QuizPass(attempt.QuizId, attempt.AccountId));
        // A key was put right: who passed by the wrong one alone has not passed.
        if (!isPassed && pass is not null && !await db.QuizAttempts.AnyAsync(a => a.QuizId == attempt.QuizId && a.AccountId == attempt.AccountId && a.Id != attempt.Id && a.IsPassed == true)) db.Remove(pass);
    }

    private async Task KeepMistakesAsync()
    {
        var changed = attempt.Answers.Where(a => a.Question.Kind is not QuestionKind.ShortAnswer && a.Mark is not null && a.Mark != _before[a.QuestionId]).ToList();
        var ids = changed.ConvertAll(a => a.QuestionId);
        var known = await db.Mistakes.Where(m => m.AccountId == attempt.AccountId && ids.Contains(m.QuestionId)).ToDictionaryAsync(m => m.QuestionId);
        foreach (var answer in changed)
        {
            var mistake = known.GetValueOrDefault(answer.QuestionId);
            if (answer.Mark is Mark.Wrong && mistake is null) db.Add(new Mistake(attempt.AccountId, answer.QuestionId, today));
            else if (answer.Mark is Mark.Wrong) mistake!.BeginAnew(today);
            else if (mistake is not null && _before[answer.QuestionId] is Mark.Wrong) db.Remove(mistake);
        }
    }
}
