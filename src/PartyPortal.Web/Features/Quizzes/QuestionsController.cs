using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Quizzes;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>The question bank, as its authors keep it.</summary>
[Route("desk/questions"), Authorize(Policies.ManageStudy)]
public sealed class QuestionsController(PortalDb db, TimeProvider clock) : Controller
{
    private IQueryable<Question> Own => db.Questions.Where(q => q.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index(QuestionSearch search) => View(await search.PageAsync(Own));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) =>
        await Own.Include(q => q.Branch).AsNoTracking().SingleOrDefaultAsync(q => q.Id == id) is { } question ? View(question) : NotFound();

    /// <summary>As learners meet it; an answer is tried out and kept nowhere.</summary>
    [HttpGet("{id:int}/preview")]
    public async Task<IActionResult> Preview(int id, GivenAnswer given) =>
        await Own.AsNoTracking().SingleOrDefaultAsync(q => q.Id == id) is { } question ? View(new PreviewPage(question, given)) : NotFound();

    [HttpGet("new")]
    public IActionResult Choose() => View();

    [HttpGet("new/{kind}")]
    public IActionResult Create(QuestionKind kind) => Enum.IsDefined(kind) ? View(new QuestionForm { Kind = kind, BranchId = db.Viewer.Acting?.BranchId }) : NotFound();

    [HttpPost("new/{kind}")]
    public async Task<IActionResult> Create(QuestionForm form)
    {
        var question = new Question(await db.OwnBranchAsync(form.BranchId), form.Content(), db.Viewer, clock.UtcNow());
        db.Add(question);
        await db.SaveChangesAsync();
        return this.Done("The question is in the bank.", nameof(Details), new { id = question.Id });
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id) => await Own.AsNoTracking().SingleOrDefaultAsync(q => q.Id == id) is { } question ? View(QuestionForm.For(question)) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, QuestionForm form)
    {
        if (await db.FindToChangeAsync<Question>(id) is not { } question) return NotFound();

        db.Expect(question, form.Version);
        if (await db.IsAskedAsync(id)) question.ReviseAsked(form.Content(), db.Viewer, clock.UtcNow());
        else question.Revise(form.Content(), db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The question is saved.", nameof(Details), new { id });
    }
}

/// <summary>A question and what was answered to try it.</summary>
public sealed record PreviewPage(Question Question, GivenAnswer Given)
{
    public bool? IsRight => Marking.IsRight(Question.Kind, Question.RightAnswer, Given.Answer(Question.Kind));
}
