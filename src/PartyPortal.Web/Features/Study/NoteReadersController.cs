using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Study;

public sealed class NoteReadersForm : IForm
{
    [Display(Name = "Who reads this note")]
    public List<int> Readers { get; set; } = [];

    /// <summary>The page on which it was begun.</summary>
    public string? ReturnUrl { get; set; }
}

/// <param name="People">Those who read along with the writer, and those who read the note already.</param>
public sealed record NoteToShow(StudyNote Note, IReadOnlyList<CircleName> People);

/// <summary>A learner shows one note to people, each ticked by name; or somebody puts away what they are shown.</summary>
[Route("my/notes"), Authorize(Policies.SignedIn)]
public sealed class NoteReadersController(PortalDb db, JobBell bell) : Controller
{
    private NoteToShow Shown => (NoteToShow)ViewData["Note"]!;

    [HttpGet("{id:int}/readers")]
    public IActionResult Edit(int id, string? returnUrl) => View(new NoteReadersForm { Readers = [.. Shown.Note.Readers.Select(r => r.PersonId)], ReturnUrl = returnUrl });

    [HttpPost("{id:int}/readers")]
    public async Task<IActionResult> Edit(int id, NoteReadersForm form)
    {
        var (note, people) = Shown;
        var ticked = people.Select(p => p.PersonId).Where(form.Readers.Contains).ToList();
        if (ticked.Count < form.Readers.Distinct().Count()) throw new RuleBrokenException("Somebody whom you ticked does not read along with you any more. Look at the list again.") { Field = nameof(form.Readers) };

        var takenBack = note.Readers.Where(r => !form.Readers.Contains(r.PersonId)).ToList();
        note.ShowTo(ticked);
        db.RemoveRange(takenBack);
        await SaveAsync();
        bell.Ring();
        return this.BackTo(form.ReturnUrl, ticked.Count == 0
            ? this.Done("Only you see this note now.", nameof(MyNotesController.Index), "MyNotes")
            : this.Done("Those whom you ticked read this note, and nobody else.", nameof(MyNotesController.Index), "MyNotes"));
    }

    [HttpPost("shown/{id:int}/remove")]
    public async Task<IActionResult> Delete(int id, string? returnUrl)
    {
        if (await db.NoteReaders.SingleOrDefaultAsync(r => r.Id == id && r.PersonId == db.Viewer.PersonId) is not { } shown) return NotFound();

        shown.PutAway();
        await db.SaveChangesAsync();
        return this.BackTo(returnUrl, this.Done("This note is not shown to you any more.", nameof(MyNotesController.Index), "MyNotes"));
    }

    // Whom to choose from stands in the form, whether it is new or comes back refused.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionDescriptor.RouteValues["action"] == nameof(Edit) && (ViewData["Note"] = await FindAsync((int)context.ActionArguments["id"]!)) is null) context.Result = NotFound();
        else await next();
    }

    private async Task<NoteToShow?> FindAsync(int id) => await db.FindNoteToShowAsync(id) is { } note
        ? new(note, [.. (await db.FellowReadersAsync()).Union(await db.NoteReadersAsync(id))])
        : null;

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            // A second click was faster by a moment: it is so already.
        }
    }
}
