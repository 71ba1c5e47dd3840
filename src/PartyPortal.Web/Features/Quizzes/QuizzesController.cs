using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Quizzes;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

public sealed record OpenQuizRow(int Id, string Title, string Branch, DateOnly? DueOn, bool IsPassed, bool IsUnderWay);

public sealed record OpenQuizPage(Quiz Quiz, bool IsPassed, IReadOnlyList<QuizAttempt> Attempts)
{
    public QuizAttempt? UnderWay => Attempts.FirstOrDefault(a => a.State is AttemptState.Open);

    public int? Left => Quiz.MostAttempts - Attempts.Select(a => a.Number).DefaultIfEmpty().Max();
}

/// <summary>Quizzes as learners meet them, with their own attempts.</summary>
[Route("quizzes"), Authorize(Policies.SignedIn)]
public sealed class QuizzesController(PortalDb db, TimeProvider clock) : Controller
{
    private const int PageSize = 20;

    /// <summary>Those that are for this learner, and those once tried. That somebody keeps a quiz does not make it theirs to take.</summary>
    private IQueryable<Quiz> Mine => db.Quizzes.Where(q => (q.State == QuizState.Published && db.Viewer.Audiences.Contains(q.AudienceKey) && (q.StageBits == 0 || (q.StageBits & db.Viewer.StageBit) != 0))
        || db.QuizAttempts.Any(a => a.QuizId == q.Id && a.AccountId == db.Viewer.AccountId));

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) => View(await Mine.NewestFirstAsync(q => q.EditedAt, q => q.Id, after, PageSize, q => new OpenQuizRow(q.Id, q.Title, q.Branch.Name, q.DueOn,
        db.QuizPasses.Any(p => p.QuizId == q.Id && p.AccountId == db.Viewer.AccountId), db.QuizAttempts.Any(a => a.QuizId == q.Id && a.AccountId == db.Viewer.AccountId && a.State == AttemptState.Open))));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        if (await Mine.Include(q => q.Branch).AsNoTracking().SingleOrDefaultAsync(q => q.Id == id) is not { } quiz) return NotFound();

        var attempts = await db.QuizAttempts.Where(a => a.QuizId == id && a.AccountId == db.Viewer.AccountId).AsNoTracking().OrderByDescending(a => a.Number).ToListAsync();
        return View(new OpenQuizPage(quiz, await db.QuizPasses.AnyAsync(p => p.QuizId == id && p.AccountId == db.Viewer.AccountId), attempts));
    }

    /// <summary>Begins an attempt, or goes on with the one under way: two clicks begin one.</summary>
    [HttpPost("{id:int}/attempts")]
    public async Task<IActionResult> Begin(int id)
    {
        if (await Mine.SingleOrDefaultAsync(q => q.Id == id) is not { } quiz) return NotFound();

        var own = await db.QuizAttempts.Where(a => a.QuizId == id && a.AccountId == db.Viewer.AccountId).Select(a => new { a.Id, a.Number, a.State }).ToListAsync();
        var attempt = own.Find(a => a.State is AttemptState.Open)?.Id ?? await BeginAsync(quiz, own.Select(a => a.Number).DefaultIfEmpty().Max() + 1);
        return RedirectToAction(nameof(AttemptsController.Details), "Attempts", new { id = attempt });
    }

    private async Task<int> BeginAsync(Quiz quiz, int number)
    {
        var attempt = new QuizAttempt(quiz, await db.DrawAsync(quiz, Random.Shared), number, db.Viewer.AccountId!, clock.UtcNow());
        db.Add(attempt);
        try
        {
            await db.SaveChangesAsync();
            return attempt.Id;
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            // Another click was faster by a moment: its attempt is taken.
            db.ChangeTracker.Clear();
            return await db.QuizAttempts.Where(a => a.QuizId == quiz.Id && a.AccountId == db.Viewer.AccountId && a.Number == number).Select(a => a.Id).SingleAsync();
        }
    }
}
