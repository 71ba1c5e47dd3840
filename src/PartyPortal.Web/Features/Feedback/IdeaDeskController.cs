using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>Ideas as an office puts them into the box, decides about them and takes them out.</summary>
[Route("desk"), Authorize(Policies.AnswerFeedback)]
public sealed class IdeaDeskController(PortalDb db, CurrentViewer current, CurrentSettings settings, FieldSealer sealer) : Controller
{
    private readonly FeedbackDesk _desk = new(db, current, settings);

    [HttpGet("feedback/{id:guid}/idea")]
    public async Task<IActionResult> Create(Guid id) => await _desk.FindAsync(id) is null ? NotFound() : View(new IdeaForm());

    [HttpPost("feedback/{id:guid}/idea")]
    public async Task<IActionResult> Create(Guid id, IdeaForm form)
    {
        if (await _desk.FindAsync(id) is not { } item) return NotFound();

        await db.Entry(item).Reference(f => f.Handling).LoadAsync();
        var idea = new Idea(item, form.Text, current.Clock.Today(), sealer.IndexOf(Idea.MarkedText(id)));
        db.Add(idea);
        await db.SaveChangesAsync();
        return this.Done("The idea lies in the box.", "Details", "Ideas", new { id = idea.Id });
    }

    [HttpGet("ideas/{id:int}")]
    public async Task<IActionResult> Decide(int id) => await FindAsync(id) is null ? NotFound() : View(new OutcomeForm());

    [HttpPost("ideas/{id:int}")]
    public async Task<IActionResult> Decide(int id, OutcomeForm form)
    {
        if (await FindAsync(id) is not { } idea) return NotFound();

        idea.Decide(form.Outcome!.Value, form.Reason, current.Clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The outcome is saved.", "Details", "Ideas", new { id });
    }

    [HttpGet("ideas/{id:int}/remove")]
    public async Task<IActionResult> Remove(int id) => await FindAsync(id) is null ? NotFound() : View(new RemovalForm());

    [HttpPost("ideas/{id:int}/remove")]
    public async Task<IActionResult> Remove(int id, RemovalForm form)
    {
        if (await FindAsync(id) is not { } idea) return NotFound();

        idea.Remove(form.Reason, db.Viewer.AccountId);
        await db.SaveChangesAsync();
        return this.Done("The idea is taken out of the box.", "Index", "Ideas");
    }

    [HttpGet("ideas/{id:int}/second-look")]
    public async Task<IActionResult> SecondLook(int id) => await FindAsync(id) is null ? NotFound() : View(new SecondLookForm());

    [HttpPost("ideas/{id:int}/second-look")]
    public async Task<IActionResult> SecondLook(int id, SecondLookForm form)
    {
        if (await FindAsync(id) is not { } idea) return NotFound();

        idea.LookAgain(form.Outcome!.Value, form.Reason, db.Viewer.AccountId);
        await db.SaveChangesAsync();
        return this.Done("The second look is taken. Its author reads what came of it.", "Details", "Ideas", new { id });
    }

    /// <summary>An idea of one's own organisations: those of others are read and not found here.</summary>
    private Task<Idea?> FindAsync(int id) => db.Ideas.SingleOrDefaultAsync(i => i.Id == id && i.Branch.Path.StartsWith(db.Viewer.Path));
}
