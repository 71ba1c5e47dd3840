using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>Somebody who is asked to pass: passed, or not yet. No score, no day and no number of attempts is known here.</summary>
public sealed record PasserRow(string Name, string Branch, bool HasPassed);

public sealed record PasserPage(Quiz Quiz, Slice<PasserRow> Found);

/// <summary>Who has passed a quiz that an organisation asks its people to pass.</summary>
[Route("desk/quizzes/{id:int}/progress"), Authorize(Policies.ManageStudy)]
public sealed class QuizProgressController(PortalDb db) : Controller
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, string? after)
    {
        if (await db.Quizzes.AsNoTracking().Include(q => q.Branch).SingleOrDefaultAsync(q => q.Id == id && q.DueOn != null && q.Branch.Path.StartsWith(db.Viewer.Path)) is not { } quiz) return NotFound();

        var path = quiz.Branch.Path;
        var asked = db.People.Where(p => p.Stage != Stage.Former && p.AccountId != null && (quiz.AudienceKind == AudienceKind.Branch ? p.BranchId == quiz.BranchId : p.Branch.Path.StartsWith(path)));
        return View(new PasserPage(quiz, await asked.ByKeyAsync(p => p.NameKey, p => p.Id, after, PageSize,
            p => new PasserRow(p.Name, p.Branch.Name, db.QuizPasses.Any(pass => pass.QuizId == id && pass.AccountId == p.AccountId)))));
    }
}
