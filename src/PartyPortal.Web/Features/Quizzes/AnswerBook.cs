using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>What became of answers that a window sent.</summary>
internal sealed class SavedAnswers
{
    /// <summary>Nothing is taken any more.</summary>
    public RuleBrokenException? Refusal { get; set; }

    /// <summary>What could not be taken, by place; the others are saved.</summary>
    public Dictionary<int, RuleBrokenException> Faults { get; } = [];

    /// <summary>An answer that another window had changed since this one was opened: this one, the latest, counts.</summary>
    public bool IsOvertaking { get; set; }

    public List<AttemptAnswer> Answers { get; set; } = [];
}

internal static class AnswerBook
{
    private const int MostTries = 5;

    /// <summary>Saves what was changed in a window. Windows that save at the same moment wait for each other: each answer is a row of its own, and the latest choice counts.</summary>
    /// <returns>Null where the learner has no such attempt.</returns>
    public static async Task<SavedAnswers?> SaveAnswersAsync(this PortalDb db, int attemptId, IReadOnlyCollection<ShownAnswer> shown, DateTime now)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TakeAsync(db, attemptId, shown, now);
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<SavedAnswers?> TakeAsync(PortalDb db, int attemptId, IReadOnlyCollection<ShownAnswer> shown, DateTime now)
    {
        var positions = shown.Select(s => s.Position).ToList();
        var answers = await db.AttemptAnswers.Include(a => a.Attempt).Include(a => a.Question)
            .Where(a => a.AttemptId == attemptId && a.AccountId == db.Viewer.AccountId && positions.Contains(a.Position)).ToListAsync();
        if (answers.Count == 0) return null;

        var saved = new SavedAnswers { Answers = answers };
        try
        {
            answers[0].Attempt.RequireOpen(now);
        }
        catch (RuleBrokenException refusal)
        {
            saved.Refusal = refusal;
            return saved;
        }

        foreach (var answer in answers) Take(saved, answer, shown.First(s => s.Position == answer.Position));
        await db.SaveChangesAsync();
        return saved;
    }

    private static void Take(SavedAnswers saved, AttemptAnswer answer, ShownAnswer shown)
    {
        try
        {
            if (answer.Take(shown.Seen, shown.Answer(answer.Question.Kind)) && shown.Version != answer.Version) saved.IsOvertaking = true;
        }
        catch (RuleBrokenException fault)
        {
            saved.Faults[answer.Position] = fault;
        }
    }
}
