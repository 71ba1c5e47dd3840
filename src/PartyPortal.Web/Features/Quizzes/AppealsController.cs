using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

public sealed class AppealForm : IForm
{
    [Display(Name = "What is wrong about the question"), Required, StringLength(Appeal.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }
}

/// <summary>A learner says that a question is wrong: once for a question, and for some days after it was marked.</summary>
[Route("my/attempts/{id:int}/questions/{position:int}/appeal"), Authorize(Policies.SignedIn)]
public sealed class AppealsController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    private AttemptAnswer _answer = null!;

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var (id, position) = ((int)context.ActionArguments["id"]!, (int)context.ActionArguments["position"]!);
        var found = await db.AttemptAnswers.Include(a => a.Attempt).Include(a => a.Question).SingleOrDefaultAsync(a => a.AttemptId == id && a.Position == position && a.AccountId == db.Viewer.AccountId);
        if (found is null || found.Attempt.State is AttemptState.Open)
        {
            context.Result = NotFound();
            return;
        }

        ViewData["Answer"] = _answer = found;
        await next();
    }

    [HttpGet("")]
    public IActionResult Create(int id, int position) => View(new AppealForm());

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int position, AppealForm form)
    {
        var appeal = new Appeal(_answer, form.Reason, settings.Now.AppealDays, clock.Today());
        if (await db.Appeals.AnyAsync(a => a.QuestionId == _answer.QuestionId && a.AccountId == db.Viewer.AccountId)) return this.Done("You have appealed against this question already.", nameof(AttemptsController.Details), "Attempts", new { id });

        db.Add(appeal);
        await db.SaveChangesAsync();
        return this.Done("Your appeal is sent. Somebody who did not write the question decides, and you are told.", nameof(AttemptsController.Details), "Attempts", new { id });
    }
}
