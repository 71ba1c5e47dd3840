using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>
/// Hands in what nobody handed in when the time was over, takes over what markers have marked, and marks everybody alike after a key was put right.
/// Each attempt is saved by itself: a killed portal goes on with the next.
/// </summary>
[Display(Name = "Hand in and mark attempts at quizzes")]
internal sealed class MarkAttempts : IPortalJob
{
    private const int AtOnce = 100;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var today = PortalClock.Day(now);
        await EachAsync(db, db.QuizAttempts.Where(a => a.State == AttemptState.Open && a.EndsAt < now), attempt => new AttemptMarking(db, attempt, today).SaveAsync(a => a.HandIn(today)));
        await EachAsync(db, db.QuizAttempts.Where(a => a.Answers.Any(x => db.WrittenAnswers.Any(w => w.AnswerId == x.Id && w.Mark != null))), attempt => TakeMarksAsync(db, attempt, today));
        await EachAsync(db, db.QuizAttempts.Where(a => a.State != AttemptState.Open && a.Answers.Any(x => x.Mark != null && x.KeyEdition != x.Question.KeyEdition)), attempt => MarkAnewAsync(db, attempt, today));
    }

    private static async Task EachAsync(PortalDb db, IQueryable<QuizAttempt> which, Func<QuizAttempt, Task> act)
    {
        for (; ; )
        {
            var ids = await which.OrderBy(a => a.Id).Take(AtOnce).Select(a => a.Id).ToListAsync();
            if (ids.Count == 0) return;

            foreach (var id in ids)
            {
                db.ChangeTracker.Clear();
                await act(await db.QuizAttempts.Include(a => a.Answers).ThenInclude(a => a.Question).SingleAsync(a => a.Id == id));
            }
        }
    }

    private static async Task TakeMarksAsync(PortalDb db, QuizAttempt attempt, DateOnly today)
    {
        var ids = attempt.Answers.Select(a => a.Id).ToList();
        var marked = await db.WrittenAnswers.Where(w => ids.Contains(w.AnswerId) && w.Mark != null).ToListAsync();
        db.RemoveRange(marked);
        await new AttemptMarking(db, attempt, today).SaveAsync(a =>
        {
            foreach (var words in marked) a.Take(words, today);
            return [];
        });
        if (attempt.State is AttemptState.Marked) await db.TellAsync([attempt.AccountId], new Letter(MessageKind.QuizMarked, $"marked:{attempt.Id}", today));
    }

    private static async Task MarkAnewAsync(PortalDb db, QuizAttempt attempt, DateOnly today)
    {
        var editions = attempt.Answers.Sum(a => a.Question.KeyEdition);
        await new AttemptMarking(db, attempt, today).SaveAsync(a => a.MarkAnew(today));
        await db.TellAsync([attempt.AccountId], new Letter(MessageKind.QuizMarkedAnew, $"anew:{attempt.Id}:{editions}", today));
    }
}
