using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Data.Collections;
using PartyPortal.Domain.Collections;
using PartyPortal.Web.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Collections;

/// <summary>What somebody is asked for, and what they answer: theirs alone until they hand it in.</summary>
[Route("collections/{id:int}"), Authorize(Policies.SignedIn)]
public sealed class AnswersController(PortalDb db, Arrivals arrivals, IFileStore store, CurrentSettings settings, IStringLocalizer<Text> text, TimeProvider clock) : Controller
{
    private CollectionAnswer _answer = null!;

    // Before the form is looked at: who is not asked finds nothing, and a refused form is shown beside what it is about.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var id = (int)context.ActionArguments["id"]!;
        var found = await db.CollectionAnswers.AskedOf(db.Viewer).Include(a => a.Collection).ThenInclude(c => c.Branch).Include(a => a.Files).SingleOrDefaultAsync(a => a.CollectionId == id);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        _answer = found;
        ViewData["Page"] = AnswerPage.Of(found, clock.UtcNow(), settings.Now.CollectionMonths);
        await next();
    }

    [HttpGet("")]
    public IActionResult Details(int id) => View(AnswerForm.For(_answer));

    [HttpPost(""), TakesFiles]
    public async Task<IActionResult> Details(int id, AnswerForm form)
    {
        var now = clock.UtcNow();
        // What changes are rows beside the answer: it must be saved with them, or two who answer for one branch would not notice each other.
        db.Entry(_answer).Property(a => a.IsLate).IsModified = true;
        db.Expect(_answer, form.Version);
        var dropped = await form.ApplyToAsync(_answer, arrivals, now);
        if (IsFaulty(form)) return Again(form);

        if (form.IsDraft) _answer.KeepDraft();
        else _answer.HandIn(now);
        await SaveAsync(id, dropped);
        return form.IsDraft
            ? this.Done("Your answer is kept here. It is not handed in yet.", nameof(Details), new { id })
            : this.Done("Your answer is handed in.", nameof(Details), new { id });
    }

    [HttpGet("files/{fileId:int}")]
    public IActionResult Show(int id, int fileId) => _answer.Files.FirstOrDefault(f => f.Id == fileId) is { } file ? this.StoredFile(file.File, Readers.Some) : NotFound();

    private bool IsFaulty(AnswerForm form)
    {
        foreach (var (question, fault) in _answer.Faults(form.IsDraft)) ModelState.AddModelError(form.FieldOf(question), text[fault.Message, fault.Details]);
        return !ModelState.IsValid;
    }

    private ViewResult Again(AnswerForm form)
    {
        db.ChangeTracker.Clear();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(form);
    }

    private async Task SaveAsync(int id, IReadOnlyList<CollectionFile> dropped)
    {
        db.RemoveRange(dropped);
        if (_answer.State is AnswerState.HandedIn)
            foreach (var message in await db.Messages.Where(m => m.AccountId == db.Viewer.AccountId && m.CollectionId == id && !m.IsRead).ToListAsync()) message.Read();
        await db.SaveChangesAsync();
        foreach (var file in dropped) store.Delete(file.File.StoreName);
    }
}

/// <summary>What stands around the form, as it was before anything was changed.</summary>
public sealed record AnswerPage(CollectionAnswer Answer, AnswerState State, string? ReturnedBecause, ILookup<int, CollectionFile> Files, Domain.RuleBrokenException? Refusal, int MonthsKept)
{
    public Collection Collection => Answer.Collection;

    public static AnswerPage Of(CollectionAnswer answer, DateTime now, int monthsKept) =>
        new(answer, answer.State, answer.ReturnedBecause, answer.Files.OrderBy(f => f.Id).ToLookup(f => f.Question), answer.RefusalAt(now), monthsKept);
}
