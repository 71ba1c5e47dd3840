using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>An answer as the page's script reads it.</summary>
public sealed record AnswerNow(int Position, string? Given, Guid Version);

/// <summary>What became of an answer that was chosen.</summary>
/// <param name="Now">As it is kept; null where nothing is taken any more.</param>
/// <param name="IsOvertaking">Another window had changed it meanwhile.</param>
/// <param name="Trouble">Why it was not kept.</param>
public sealed record AnswerSaved(AnswerNow? Now, bool IsOvertaking, string? Trouble);

/// <summary>Each answer as it is chosen, asked by the page's script; and what other windows have chosen.</summary>
[Route("my/attempts/{id:int}/answers"), Authorize(Policies.SignedIn)]
public sealed class AttemptAnswersController(PortalDb db, IStringLocalizer<Text> text, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int id)
    {
        var answers = await db.AttemptAnswers.Where(a => a.AttemptId == id && a.AccountId == db.Viewer.AccountId).OrderBy(a => a.Position).Select(a => new AnswerNow(a.Position, a.Given, a.Version)).ToListAsync();
        return answers.Count == 0 ? NotFound() : Json(answers);
    }

    [HttpPut("{position:int}")]
    public async Task<IActionResult> Update(int id, int position, [FromForm] ShownAnswer shown)
    {
        shown.Position = position;
        if (await db.SaveAnswersAsync(id, [shown], clock.UtcNow()) is not { } saved) return NotFound();

        var answer = saved.Answers[0];
        var trouble = saved.Refusal ?? saved.Faults.GetValueOrDefault(position);
        return Json(new AnswerSaved(saved.Refusal is null ? new AnswerNow(position, answer.Given, answer.Version) : null, saved.IsOvertaking, trouble is null ? null : text[trouble.Message, trouble.Details].Value));
    }
}
