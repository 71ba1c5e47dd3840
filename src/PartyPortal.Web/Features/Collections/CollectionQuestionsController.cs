using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Collections;
using PartyPortal.Domain.Collections;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Collections;

/// <summary>The questions of a draft, a page each.</summary>
[Route("desk/collections/{id:int}/questions"), Authorize(Policies.ManageCollections)]
public sealed class CollectionQuestionsController(PortalDb db, CurrentSettings settings) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> Create(int id, QuestionKind kind)
    {
        if (await FindAsync(id) is not { } collection) return NotFound();

        return View(new QuestionForm { Kind = Enum.IsDefined(kind) ? kind : QuestionKind.ShortText, MostMegabytes = Math.Min(20, settings.Now.CollectionFileMegabytes), Position = collection.Questions.Count + 1 });
    }

    [HttpPost("new")]
    public async Task<IActionResult> Create(int id, QuestionForm form)
    {
        if (await FindAsync(id) is not { } collection) return NotFound();

        collection.AddQuestion(form.Content(settings.Now.CollectionFileMegabytes));
        await SaveAsync(collection);
        return this.Done("The question is added.", nameof(CollectionDeskController.Details), "CollectionDesk", new { id });
    }

    [HttpGet("{number:int}/edit")]
    public async Task<IActionResult> Edit(int id, int number) =>
        (await FindAsync(id))?.Question(number) is { } question ? View(QuestionForm.For(question)) : NotFound();

    [HttpPost("{number:int}/edit")]
    public async Task<IActionResult> Edit(int id, int number, QuestionForm form)
    {
        if (await FindAsync(id) is not { } collection || collection.Question(number) is not { } question) return NotFound();

        collection.ChangeQuestion(question, form.Content(settings.Now.CollectionFileMegabytes), form.Position);
        await SaveAsync(collection);
        return this.Done("The question is saved.", nameof(CollectionDeskController.Details), "CollectionDesk", new { id });
    }

    [HttpPost("{number:int}/delete")]
    public async Task<IActionResult> Delete(int id, int number)
    {
        if (await FindAsync(id) is not { } collection || collection.Question(number) is not { } question) return NotFound();

        collection.RemoveQuestion(question);
        await SaveAsync(collection);
        return this.Done("The question is removed.", nameof(CollectionDeskController.Details), "CollectionDesk", new { id });
    }

    private Task<Collection?> FindAsync(int id) => db.Collections.AskedBy(db.Viewer).SingleOrDefaultAsync(c => c.Id == id);

    // The questions are rows of their own: without this two who edit at once would not notice each other.
    private Task SaveAsync(Collection collection)
    {
        db.Entry(collection).Property(c => c.Title).IsModified = true;
        return db.SaveChangesAsync();
    }
}
