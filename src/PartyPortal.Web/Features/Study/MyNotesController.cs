using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Study;

/// <param name="Title">The material's when the note was written.</param>
/// <param name="IsOpen">Whether the learner may still open the material.</param>
public sealed record NotedMaterial(int Id, string Title, bool IsOpen, IReadOnlyList<OwnNote> Notes);

/// <param name="Shown">What others show the learner.</param>
public sealed record MyNotesPage(IReadOnlyList<NotedMaterial> Own, IReadOnlyList<ShownNote> Shown);

/// <summary>All that one learner has noted and marked. Nobody else opens it, whatever office they hold.</summary>
[Route("my/notes"), Authorize(Policies.SignedIn)]
public sealed class MyNotesController(PortalDb db) : Controller
{
    private IQueryable<StudyNote> Own
    {
        get
        {
            var me = db.Viewer.AccountId;
            return db.StudyNotes.Where(n => n.AccountId == me);
        }
    }

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(new MyNotesPage(await AllAsync(), await db.ShownNotesAsync()));

    [HttpGet("export")]
    public async Task<IActionResult> Export() => File(Encoding.UTF8.GetBytes(NoteFile.Of(await AllAsync())), "text/markdown; charset=utf-8", "notes.md");

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, string? returnUrl) =>
        await Own.SingleOrDefaultAsync(n => n.Id == id) is { } note ? View(new StudyNoteForm { Quote = note.Quote, Text = note.Text, ReturnUrl = returnUrl }) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, StudyNoteForm form)
    {
        if (await Own.Include(n => n.Readers).SingleOrDefaultAsync(n => n.Id == id) is not { } note) return NotFound();

        note.Write(form.Quote, form.Text);
        await db.SaveChangesAsync();
        return this.BackTo(form.ReturnUrl, note.Readers.Count == 0
            ? this.Done("Your note is kept. Only you see it.", nameof(Index))
            : this.Done("Your note is kept. Those to whom you show it read it as it is now.", nameof(Index)));
    }

    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Delete(int id, string? returnUrl)
    {
        if (await Own.Include(n => n.Readers).SingleOrDefaultAsync(n => n.Id == id) is not { } note) return NotFound();

        db.RemoveRange(note.Readers);
        db.Remove(note);
        await db.SaveChangesAsync();
        return this.BackTo(returnUrl, this.Done("The note is removed.", nameof(Index)));
    }

    // Who reads along stands above the form, new or refused.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionDescriptor.RouteValues["action"] == nameof(Edit)) ViewData["Readers"] = await db.NoteReadersAsync((int)context.ActionArguments["id"]!);
        await next();
    }

    private async Task<IReadOnlyList<NotedMaterial>> AllAsync()
    {
        var notes = await db.OwnNotesAsync();
        var ids = notes.Select(n => n.MaterialId).Distinct().ToList();
        var open = ids.Count == 0 ? [] : await db.StudyMaterials.Where(m => ids.Contains(m.Id) && m.State == StudyState.Published).Select(m => m.Id).ToListAsync();
        return [.. notes.GroupBy(n => n.MaterialId).OrderByDescending(g => g.Max(n => n.Id)).Select(g => new NotedMaterial(g.Key, g.Last().Title, open.Contains(g.Key), [.. g]))];
    }
}
