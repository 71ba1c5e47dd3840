using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Quizzes;
using PartyPortal.Domain;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

public sealed record QuizRow(int Id, string Title, string Branch, QuizState State, DateOnly? DueOn);

/// <summary>Quizzes as their authors put them together.</summary>
[Route("desk/quizzes"), Authorize(Policies.ManageStudy)]
public sealed class QuizDeskController(PortalDb db, TimeProvider clock) : Controller
{
    private const int PageSize = 20;

    private IQueryable<Quiz> Own => db.Quizzes.Where(q => q.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) => View(await Own.NewestFirstAsync(q => q.EditedAt, q => q.Id, after, PageSize, q => new QuizRow(q.Id, q.Title, q.Branch.Name, q.State, q.DueOn)));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) =>
        await Own.Include(q => q.Branch).AsNoTracking().SingleOrDefaultAsync(q => q.Id == id) is { } quiz ? View(await QuizPage.LoadAsync(db, quiz)) : NotFound();

    [HttpGet("new")]
    public IActionResult Create() => View(new QuizForm { BranchId = db.Viewer.Acting?.BranchId });

    [HttpPost("new")]
    public async Task<IActionResult> Create(QuizForm form)
    {
        var quiz = new Quiz(await db.OwnBranchAsync(form.BranchId), form.Content(), db.Viewer, clock.UtcNow());
        db.Add(quiz);
        await db.SaveChangesAsync();
        return this.Done("The draft is saved. Choose its questions now.", nameof(Details), new { id = quiz.Id });
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id) => await Own.AsNoTracking().SingleOrDefaultAsync(q => q.Id == id) is { } quiz ? View(QuizForm.For(quiz)) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, QuizForm form)
    {
        if (await db.FindToChangeAsync<Quiz>(id) is not { } quiz) return NotFound();

        db.Expect(quiz, form.Version);
        quiz.Revise(form.Content(), db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The quiz is saved. Attempts that were begun keep what they began with.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/publish")]
    public async Task<IActionResult> Publish(int id)
    {
        if (await db.FindToChangeAsync<Quiz>(id) is not { } quiz) return NotFound();

        if (quiz.Items.Count > 0 && (await db.DrawAsync(quiz, Random.Shared)).Count == 0) throw new RuleBrokenException("None of its questions is in use any more. Choose others, or draw by another tag.");

        quiz.Publish(db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The quiz is published.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id)
    {
        if (await db.FindToChangeAsync<Quiz>(id) is not { } quiz) return NotFound();

        quiz.Withdraw(db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The quiz is withdrawn. Who has begun it may finish.", nameof(Details), new { id });
    }
}
