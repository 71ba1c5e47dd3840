using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>
/// Hands in what nobody handed in when the time was over, takes over what markers have marked, and marks everybody alike after a key was put right.
/// Each attempt is saved by itself: a killed portal goes on with the next. Where the quiz was the last lesson of a course, the course is done with it.
/// </summary>
[Display(Name = "Hand in and mark attempts at quizzes")]
internal sealed class MarkAttempts(ViewerStore viewers) : IPortalJob
{
    private const int AtOnce = 100;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var today = PortalClock.Day(now);
        await EachAsync(db, today, db.QuizAttempts.Where(a => a.State == AttemptState.Open && a.EndsAt < now), attempt => new AttemptMarking(db, attempt, today).SaveAsync(a => a.HandIn(today)));
        await EachAsync(db, today, db.QuizAttempts.Where(a => a.Answers.Any(x => db.WrittenAnswers.Any(w => w.AnswerId == x.Id && w.Mark != null))), attempt => TakeMarksAsync(db, attempt, today));
        await EachAsync(db, today, db.QuizAttempts.Where(a => a.State != AttemptState.Open && a.Answers.Any(x => x.KeyEdition != x.Question.KeyEdition && (x.Mark != null || db.WrittenAnswers.Any(w => w.AnswerId == x.Id && w.KeyEdition != x.Question.KeyEdition)))), attempt => MarkAnewAsync(db, attempt, today));
    }

    private async Task EachAsync(PortalDb db, DateOnly today, IQueryable<QuizAttempt> which, Func<QuizAttempt, Task<bool>> mark)
    {
        for (; ; )
        {
            var ids = await which.OrderBy(a => a.Id).Take(AtOnce).Select(a => a.Id).ToListAsync();
            if (ids.Count == 0) return;

            foreach (var id in ids)
            {
                db.ChangeTracker.Clear();
                // Marks, letter and certificate together, or after a kill all of them again.
                await db.WholeAsync(async () =>
                {
                    var attempt = await db.QuizAttempts.Include(a => a.Answers).ThenInclude(a => a.Question).SingleAsync(a => a.Id == id);
                    if (await mark(attempt)) await CompleteCoursesAsync(db, attempt, today);
                });
            }
        }
    }

    /// <summary>With the learner's eyes: which lessons there are for them, no one else can say.</summary>
    private async Task CompleteCoursesAsync(PortalDb db, QuizAttempt attempt, DateOnly today)
    {
        if (await viewers.OfAccountAsync(attempt.AccountId, db) is not { } learner) return;

        using (db.Current!.ActFor(learner)) await db.CompleteCoursesOfAsync(attempt.QuizId, today);
    }

    private static async Task<bool> TakeMarksAsync(PortalDb db, QuizAttempt attempt, DateOnly today)
    {
        var ids = attempt.Answers.Select(a => a.Id).ToList();
        var marked = await db.WrittenAnswers.Where(w => ids.Contains(w.AnswerId) && w.Mark != null).ToListAsync();
        db.RemoveRange(marked);
        var isPassed = await new AttemptMarking(db, attempt, today).SaveAsync(a =>
        {
            foreach (var words in marked) a.Take(words, today);
            return [];
        });
        if (attempt.State is AttemptState.Marked) await db.TellAsync([attempt.AccountId], new Letter(MessageKind.QuizMarked, $"marked:{attempt.Id}:{EditionsOf(attempt)}", today));
        return isPassed;
    }

    private static async Task<bool> MarkAnewAsync(PortalDb db, QuizAttempt attempt, DateOnly today)
    {
        var ids = attempt.Answers.Select(a => a.Id).ToList();
        var waiting = await db.WrittenAnswers.Where(w => ids.Contains(w.AnswerId)).ToListAsync();
        // By another key they are marked anew, and what counts for everybody waits no more. The others wait on.
        var outdated = waiting.FindAll(w => w.KeyEdition != w.Question.KeyEdition);
        db.RemoveRange(outdated);
        var stillWaiting = waiting.Except(outdated).Select(w => w.AnswerId).ToHashSet();
        var isPassed = await new AttemptMarking(db, attempt, today).SaveAsync(a => [.. a.MarkAnew(today).Where(w => !stillWaiting.Contains(w.AnswerId))]);
        if (attempt.State is AttemptState.Marked) await db.TellAsync([attempt.AccountId], new Letter(MessageKind.QuizMarkedAnew, $"anew:{attempt.Id}:{EditionsOf(attempt)}", today));
        return isPassed;
    }

    private static int EditionsOf(QuizAttempt attempt) => attempt.Answers.Sum(a => a.Question.KeyEdition);
}
