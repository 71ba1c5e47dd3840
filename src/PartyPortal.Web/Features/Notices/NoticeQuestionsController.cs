using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Notices;

/// <summary>A signed-in reader asks under a notice.</summary>
[Route("notices/{id:int}/questions"), Authorize(Policies.SignedIn)]
public sealed class NoticeQuestionsController(PortalDb db, CurrentViewer current) : Controller
{
    [HttpPost(""), EnableRateLimiting(RateLimits.Feedback)]
    public async Task<IActionResult> Ask(int id, QuestionForm form)
    {
        if (await db.Notices.SingleOrDefaultAsync(n => n.Id == id && n.State == NoticeState.Published) is not { } notice) return NotFound();

        var me = current.Viewer.AccountId!;
        // The question belongs to the notice's office, in which the reader holds no right.
        using (current.ActAsSystem())
        {
            await db.SaveOnceAsync(form.SentKey, async () => new NoticeQuestion(notice, form.Text, me, await db.NoticeQuestions.CountAsync(q => q.NoticeId == id && q.AskedBy == me && q.Answer == null && q.RemovedBecause == null), current.Clock.Today()) { SentKey = form.SentKey });
        }

        return this.Done("Your question is sent. You are told of the answer, and others see both then, without your name.", nameof(NoticesController.Details), "Notices", new { id });
    }

    [HttpPost("{questionId:int}/second-look")]
    public async Task<IActionResult> SecondLook(int id, int questionId)
    {
        if (await db.NoticeQuestions.SingleOrDefaultAsync(q => q.Id == questionId && q.NoticeId == id && q.AskedBy == current.Viewer.AccountId) is not { } question) return NotFound();

        question.AskAgain(current.Clock.Today());
        // The reader's own question, which belongs to the notice's office.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
        return this.Done("Somebody else looks at it again. You are told what comes of it.", nameof(NoticesController.Details), "Notices", new { id });
    }
}

public sealed class QuestionForm : OnceForm, IForm
{
    [Display(Name = "Your question"), Required, StringLength(NoticeQuestion.TextMaxLength)]
    public string? Text { get; set; }

    public Guid? SentKey => KeyOf(Text);
}
