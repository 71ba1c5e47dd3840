using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Quizzes;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>A quiz with the questions of one attempt; null where a question is another organisation's and not its author's to read.</summary>
public sealed record QuizPreview(Quiz Quiz, IReadOnlyList<Question?> Asked)
{
    public IReadOnlyList<GivenAnswer> Answers { get; } = [.. Asked.Select(_ => new GivenAnswer())];
}

/// <summary>A quiz as its learners will meet it, for who makes it, in whatever state. Nothing is kept.</summary>
[Route("desk/quizzes/{id:int}/preview"), Authorize(Policies.ManageStudy)]
public sealed class QuizPreviewsController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Details(int id)
    {
        if (await db.Quizzes.Where(q => q.Branch.Path.StartsWith(db.Viewer.Path)).AsNoTracking().SingleOrDefaultAsync(q => q.Id == id) is not { } quiz) return NotFound();

        var drawn = (await db.DrawAsync(quiz, Random.Shared)).ConvertAll(q => q.Id);
        var readable = await db.Questions.Where(q => drawn.Contains(q.Id)).AsNoTracking().ToDictionaryAsync(q => q.Id);
        return View(new QuizPreview(quiz, drawn.ConvertAll(readable.GetValueOrDefault)));
    }
}
