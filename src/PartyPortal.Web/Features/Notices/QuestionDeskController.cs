using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Notices;

/// <summary>The office answers what its readers ask. Who asked stands nowhere.</summary>
[Route("desk/notices/{id:int}/questions"), Authorize(Policies.ManageNotices)]
public sealed class QuestionDeskController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int id)
    {
        var title = await db.Notices.Where(n => n.Id == id && n.Branch.Path.StartsWith(db.Viewer.Path)).Select(n => n.Title).SingleOrDefaultAsync();
        return title is null ? NotFound() : View(new QuestionDeskPage(id, title, await QuestionsUnder.ForDeskAsync(db, id)));
    }

    [HttpGet("{questionId:int}")]
    public async Task<IActionResult> Answer(int id, int questionId) =>
        await db.NoticeQuestions.AsNoTracking().SingleOrDefaultAsync(q => q.Id == questionId && q.NoticeId == id && q.Notice.Branch.Path.StartsWith(db.Viewer.Path)) is { } question
            ? View(AnswerForm.For(question))
            : NotFound();

    [HttpPost("{questionId:int}")]
    public async Task<IActionResult> Answer(int id, int questionId, AnswerForm form)
    {
        if (await db.FindToChangeAsync<NoticeQuestion>(questionId) is not { } question || question.NoticeId != id) return NotFound();

        db.Expect(question, form.Version);
        question.Reply(form.Answer, clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The answer is shown to the notice's readers.", nameof(Index), new { id });
    }
}

public sealed record QuestionDeskPage(int Id, string Title, IReadOnlyList<NoticeQuestion> Questions);

public sealed class AnswerForm : IFormOf<AnswerForm, NoticeQuestion>
{
    [Display(Name = "Answer"), Required, StringLength(NoticeQuestion.AnswerMaxLength)]
    public string? Answer { get; set; }

    public Guid Version { get; set; }

    public static AnswerForm For(NoticeQuestion question) => new() { Answer = question.Answer, Version = question.Version };
}
