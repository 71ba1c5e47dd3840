using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>One attempt, for its learner alone: answered, handed in, and read again with its marks.</summary>
[Route("my/attempts/{id:int}"), Authorize(Policies.SignedIn)]
public sealed class AttemptsController(PortalDb db, CurrentSettings settings, IStringLocalizer<Text> text, TimeProvider clock) : Controller
{
    // Before the form is looked at: nobody else finds it, and a refused form is shown beside its questions.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var id = (int)context.ActionArguments["id"]!;
        var attempt = await db.QuizAttempts.Include(a => a.Quiz).Include(a => a.Answers).ThenInclude(a => a.Question).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.AccountId == db.Viewer.AccountId);
        ViewData["Attempt"] = attempt;
        if (attempt is null) context.Result = NotFound();
        else await next();
    }

    private QuizAttempt Attempt => (QuizAttempt)ViewData["Attempt"]!;

    [HttpGet("")]
    public async Task<IActionResult> Details(int id) => Attempt.State is AttemptState.Open ? View(AttemptForm.For(Attempt)) : View("Result", await ResultPage.LoadAsync(db, Attempt, settings.Now.AppealDays, clock.Today()));

    /// <summary>Without JavaScript, and once more before handing in.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Details(int id, AttemptForm form)
    {
        if (await db.SaveAnswersAsync(id, form.Answers, clock.UtcNow()) is not { } saved) return NotFound();
        if (saved.Refusal is not null && form.IsLast) return RedirectToAction(nameof(HandIn), new { id });
        if (saved.Refusal is { } refusal) throw refusal;
        if (saved.Faults.Count > 0) return Again(form, saved);
        if (form.IsLast) return RedirectToAction(nameof(HandIn), new { id });

        return saved.IsOvertaking
            ? this.Done("Your answers are saved. Some questions were answered in another window meanwhile: your latest choice counts.", nameof(Details), new { id })
            : this.Done("Your answers are saved.", nameof(Details), new { id });
    }

    [HttpGet("hand-in")]
    public IActionResult HandIn(int id) => Attempt.State is AttemptState.Open ? View(Attempt) : RedirectToAction(nameof(Details), new { id });

    [HttpPost("hand-in")]
    public async Task<IActionResult> Finish(int id)
    {
        await db.WholeAsync(() => HandInAsync(id));
        return this.Done("It is handed in.", nameof(Details), new { id });
    }

    /// <summary>Marks, pass and certificate together.</summary>
    private async Task HandInAsync(int id)
    {
        var attempt = await db.QuizAttempts.Include(a => a.Answers).ThenInclude(a => a.Question).SingleAsync(a => a.Id == id);
        if (await new AttemptMarking(db, attempt, clock.Today()).SaveAsync(marked => marked.HandIn(clock.Today()))) await db.CompleteCoursesOfAsync(attempt.QuizId, clock.Today());
    }

    private ViewResult Again(AttemptForm form, SavedAnswers saved)
    {
        foreach (var (position, fault) in saved.Faults) ModelState.AddModelError($"Answers[{form.Answers.FindIndex(a => a.Position == position)}].Text", text[fault.Message, fault.Details]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Details), form);
    }
}
