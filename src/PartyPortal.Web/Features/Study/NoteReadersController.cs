using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Study;

public sealed class NoteReadersForm : IForm
{
    [Display(Name = "Who reads this note")]
    public List<int> Readers { get; set; } = [];
}

/// <param name="People">Those who read along with the writer and may open the material, and those who read the note already.</param>
public sealed record NoteToShow(StudyNote Note, IReadOnlyList<Person> People);

/// <summary>A learner shows one note to people, each ticked by name; or somebody puts away what they are shown.</summary>
[Route("my/notes"), Authorize(Policies.SignedIn)]
public sealed class NoteReadersController(PortalDb db, JobBell bell) : Controller
{
    private NoteToShow Shown => (NoteToShow)ViewData["Note"]!;

    [HttpGet("{id:int}/readers")]
    public IActionResult Edit(int id, string? returnUrl) => View(new NoteReadersForm { Readers = [.. Shown.Note.Readers.Select(r => r.PersonId)] });

    [HttpPost("{id:int}/readers")]
    public async Task<IActionResult> Edit(int id, string? returnUrl, NoteReadersForm form)
    {
        var note = Shown.Note;
        var before = note.Readers.ToList();
        note.ShowTo([.. Shown.People.Where(p => form.Readers.Contains(p.Id) && !before.Exists(r => r.PersonId == p.Id))]);
        db.RemoveRange(before.Where(r => !form.Readers.Contains(r.PersonId)));
        await db.SaveChangesAsync();
        bell.Ring();
        return this.BackTo(returnUrl, form.Readers.Count == 0
            ? this.Done("Only you see this note now.", nameof(MyNotesController.Index), "MyNotes")
            : this.Done("Those whom you ticked read this note, and nobody else.", nameof(MyNotesController.Index), "MyNotes"));
    }

    [HttpPost("shown/{id:int}/remove")]
    public async Task<IActionResult> Delete(int id, string? returnUrl)
    {
        if (await db.NoteReaders.SingleOrDefaultAsync(r => r.Id == id && r.PersonId == db.Viewer.PersonId) is not { } shown) return NotFound();

        db.Remove(shown);
        await db.SaveChangesAsync();
        return this.BackTo(returnUrl, this.Done("This note is put away.", nameof(MyNotesController.Index), "MyNotes"));
    }

    // Whom to choose from stands in the form, whether it is new or comes back refused.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionDescriptor.RouteValues["action"] == nameof(Edit) && (ViewData["Note"] = await FindAsync((int)context.ActionArguments["id"]!)) is null) context.Result = NotFound();
        else await next();
    }

    private async Task<NoteToShow?> FindAsync(int id)
    {
        if (await db.FindNoteToShowAsync(id) is not { } note) return null;

        var fellows = (await db.FellowReadersAsync()).Where(p => Audience.Reaches(note.Material.Addressees, p));
        return new(note, [.. fellows.UnionBy(note.Readers.Select(r => r.Person), p => p.Id)]);
    }
}
