using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>Questions taken out of use, and back into it.</summary>
[Route("desk/questions/{id:int}/withdraw"), Authorize(Policies.ManageStudy)]
public sealed class QuestionWithdrawalsController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int id) =>
        await db.Questions.AnyAsync(q => q.Id == id && q.Branch.Path.StartsWith(db.Viewer.Path)) ? View(new WithdrawQuestionForm()) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, WithdrawQuestionForm form)
    {
        if (await db.FindToChangeAsync<Question>(id) is not { } question) return NotFound();

        question.Withdraw(form.Reason);
        await db.SaveChangesAsync();
        return this.Done("The question is withdrawn.", nameof(QuestionsController.Details), "Questions", new { id });
    }

    [HttpPost("undo")]
    public async Task<IActionResult> Delete(int id)
    {
        if (await db.FindToChangeAsync<Question>(id) is not { } question) return NotFound();

        question.Restore();
        await db.SaveChangesAsync();
        return this.Done("The question is in use again.", nameof(QuestionsController.Details), "Questions", new { id });
    }
}
