using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Quizzes;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>A question that is met again, and what left the review.</summary>
public sealed record ReviewPage(Question? Next, int Due, DateOnly? NextOn, IReadOnlyList<Mistake> Dropped);

/// <summary>Questions that the learner answered wrongly return at growing intervals. Nobody else sees which.</summary>
[Route("my/review"), Authorize(Policies.SignedIn)]
public sealed class ReviewController(PortalDb db, TimeProvider clock) : Controller
{
    private const int MostDropped = 20;

    private IQueryable<Mistake> Mine => db.Mistakes.Where(m => m.AccountId == db.Viewer.AccountId);

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var today = clock.Today();
        var due = db.MistakesToReview(today);
        return View(new ReviewPage(
            await due.OrderBy(m => m.DueOn).ThenBy(m => m.Id).Select(m => m.Question).AsNoTracking().FirstOrDefaultAsync(),
            await due.CountAsync(),
            await db.MistakesReturning().MinAsync(m => (DateOnly?)m.DueOn),
            await Mine.Where(m => m.Question.WithdrawnBecause != null).Include(m => m.Question).AsNoTracking().OrderBy(m => m.Id).Take(MostDropped).ToListAsync()));
    }

    [HttpPost("{questionId:int}")]
    public async Task<IActionResult> Update(int questionId, GivenAnswer given)
    {
        if (await db.MistakesToReview(clock.Today()).Include(m => m.Question).SingleOrDefaultAsync(m => m.QuestionId == questionId) is not { } mistake) return NotFound();

        var answer = mistake.Question.Tidy(given.Answer(mistake.Question.Kind));
        mistake.Review(Marking.IsRight(mistake.Question.Kind, mistake.Question.RightAnswer, answer) is true, clock.Today());
        await db.SaveChangesAsync();
        return RedirectToAction(nameof(Details), new { questionId, answer });
    }

    [HttpGet("{questionId:int}")]
    public async Task<IActionResult> Details(int questionId, string? answer) =>
        await Mine.Where(m => m.QuestionId == questionId).Include(m => m.Question).AsNoTracking().SingleOrDefaultAsync() is { } mistake ? View(new ReviewedPage(mistake, answer)) : NotFound();

    /// <summary>The note on withdrawn questions was read.</summary>
    [HttpPost("dropped")]
    public async Task<IActionResult> Delete()
    {
        db.RemoveRange(await Mine.Where(m => m.Question.WithdrawnBecause != null).ToListAsync());
        await db.SaveChangesAsync();
        return RedirectToAction(nameof(Index));
    }
}

/// <summary>What was answered, and when it returns.</summary>
public sealed record ReviewedPage(Mistake Mistake, string? Answer)
{
    public bool IsRight => Marking.IsRight(Mistake.Question.Kind, Mistake.Question.RightAnswer, Answer) is true;
}
