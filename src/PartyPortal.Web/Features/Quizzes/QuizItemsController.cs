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

public sealed record ChoosePage(int QuizId, string Title, IReadOnlyList<int> Chosen, QuestionSearch Search, Slice<QuestionRow> Found);

/// <summary>The questions of a quiz: chosen one by one, or drawn by a tag.</summary>
[Route("desk/quizzes/{id:int}/questions"), Authorize(Policies.ManageStudy)]
public sealed class QuizItemsController(PortalDb db, TimeProvider clock) : Controller
{
    private const string Desk = "QuizDesk";

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, QuestionSearch search)
    {
        if (await db.FindToChangeAsync<Quiz>(id) is not { } quiz) return NotFound();

        search.IsWithdrawn = false;
        var found = await search.PageAsync(db.Questions.Where(q => q.Branch.Path.StartsWith(db.Viewer.Path)));
        return View(new ChoosePage(id, quiz.Title, [.. quiz.ChosenQuestions], search, found.Found));
    }

    /// <summary>Adds what was ticked, and leads back to the same page of the same search.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, [FromForm] List<int> questions, [FromQuery] QuestionSearch search)
    {
        if (await db.FindToChangeAsync<Quiz>(id) is not { } quiz) return NotFound();
        if (questions.Count == 0) throw new RuleBrokenException("Tick at least one question.");

        var chosen = await db.Questions.Where(q => questions.Contains(q.Id) && q.Branch.Path.StartsWith(db.Viewer.Path)).ToDictionaryAsync(q => q.Id);
        if (!questions.TrueForAll(chosen.ContainsKey)) return NotFound();

        foreach (var question in questions.Distinct()) quiz.Choose(chosen[question], db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The questions are in the quiz.", nameof(Index), new { id, search.Words, search.Kind, search.Tag, search.After });
    }

    [HttpGet("draw")]
    public async Task<IActionResult> Draw(int id) => await db.FindToChangeAsync<Quiz>(id) is null ? NotFound() : View(new DrawForm());

    [HttpPost("draw")]
    public async Task<IActionResult> Draw(int id, DrawForm form)
    {
        if (await db.FindToChangeAsync<Quiz>(id) is not { } quiz) return NotFound();

        var tag = form.Tag!.Trim();
        quiz.Draw(tag, form.Count!.Value, await db.CountUnderAsync(quiz, tag), db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("Questions are drawn by this tag at each attempt.", nameof(QuizDeskController.Details), Desk, new { id });
    }

    /// <summary>Moves a line to another place, counted from 1.</summary>
    [HttpPost("{number:int}/move")]
    public async Task<IActionResult> Update(int id, int number, int to)
    {
        if (await db.FindToChangeAsync<Quiz>(id) is not { } quiz || quiz.Items.FirstOrDefault(i => i.Number == number) is not { } item) return NotFound();

        quiz.Move(item, to, db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return RedirectToAction(nameof(QuizDeskController.Details), Desk, new { id });
    }

    [HttpPost("{number:int}/delete")]
    public async Task<IActionResult> Delete(int id, int number)
    {
        if (await db.FindToChangeAsync<Quiz>(id) is not { } quiz || quiz.Items.FirstOrDefault(i => i.Number == number) is not { } item) return NotFound();

        quiz.Remove(item, db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The line is removed.", nameof(QuizDeskController.Details), Desk, new { id });
    }
}
