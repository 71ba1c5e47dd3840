using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>Somebody who has not passed: no score, no day and no number of attempts.</summary>
public sealed record NotPassedRow(string Name, string Branch, bool HasAccount);

/// <param name="Quiz">With its branch.</param>
/// <param name="Progress">Figures for whoever manages it.</param>
/// <param name="NotPassed">Null for who does not learn names.</param>
public sealed record PassersPage(Quiz Quiz, CourseProgress Progress, Slice<NotPassedRow>? NotPassed);

/// <summary>How many have passed a quiz that an organisation asks its people to pass, and for the office that asks, who still needs a reminder.</summary>
[Route("desk/quizzes/{id:int}/progress"), Authorize(Policies.ManageStudy)]
public sealed class QuizProgressController(PortalDb db, JobBell bell, TimeProvider clock) : Controller
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, string? after)
    {
        if (await db.Quizzes.AsNoTracking().Include(q => q.Branch).SingleOrDefaultAsync(q => q.Id == id && q.Branch.Path.StartsWith(db.Viewer.Path)) is not { AsksToPass: true } quiz) return NotFound();

        var names = quiz.NamesTo(db.Viewer) ? await db.NotPassed(quiz).ByKeyAsync(p => p.NameKey, p => p.Id, after, PageSize, p => new NotPassedRow(p.Name, p.Branch.Name, p.AccountId != null)) : null;
        return View(new PassersPage(quiz, await db.ProgressOfAsync(quiz), names));
    }

    [HttpPost("remind")]
    public async Task<IActionResult> Remind(int id)
    {
        if (await db.FindToChangeAsync<Quiz>(id) is not { } quiz) return NotFound();

        quiz.Remind(clock.Today());
        await db.SaveChangesAsync();
        bell.Ring();
        return this.Done("Those who have not passed are reminded within a minute.", nameof(Index), new { id });
    }
}
