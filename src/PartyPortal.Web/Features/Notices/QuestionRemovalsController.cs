using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Notices;

/// <summary>A question is turned down with a reason that its reader sees; asked for, somebody else looks at it again.</summary>
[Route("desk/notices/{id:int}/questions/{questionId:int}"), Authorize(Policies.ManageNotices)]
public sealed class QuestionRemovalsController(PortalDb db) : Controller
{
    [HttpGet("remove")]
    public async Task<IActionResult> Remove(int id, int questionId) => await FindAsync(id, questionId) is null ? NotFound() : View(new RemovalForm());

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(int id, int questionId, RemovalForm form)
    {
        if (await FindAsync(id, questionId) is not { } question) return NotFound();

        question.Remove(form.Reason, db.Viewer.AccountId);
        db.Record("NoticeQuestion.Removed", $"NoticeQuestion {questionId}");
        await db.SaveChangesAsync();
        return this.Done("The question is turned down. Whoever asked reads why.", nameof(QuestionDeskController.Index), "QuestionDesk", new { id });
    }

    [HttpGet("second-look")]
    public async Task<IActionResult> SecondLook(int id, int questionId) => await FindAsync(id, questionId) is null ? NotFound() : View(new SecondLookForm());

    [HttpPost("second-look")]
    public async Task<IActionResult> SecondLook(int id, int questionId, SecondLookForm form)
    {
        if (await FindAsync(id, questionId) is not { } question) return NotFound();

        question.LookAgain(form.Outcome!.Value, form.Reason, db.Viewer.AccountId);
        db.Record("NoticeQuestion.LookedAt", $"NoticeQuestion {questionId}");
        await db.SaveChangesAsync();
        return this.Done("The second look is taken. Its author reads what came of it.", nameof(QuestionDeskController.Index), "QuestionDesk", new { id });
    }

    private Task<NoticeQuestion?> FindAsync(int id, int questionId) =>
        db.NoticeQuestions.SingleOrDefaultAsync(q => q.Id == questionId && q.NoticeId == id && q.Notice.Branch.Path.StartsWith(db.Viewer.Path));
}
