using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>What those who answer write down among themselves.</summary>
[Route("desk/feedback/{id:guid}/note"), Authorize(Policies.AnswerFeedback)]
public sealed class FeedbackNotesController(PortalDb db, CurrentViewer current, CurrentSettings settings) : Controller
{
    private readonly FeedbackDesk _desk = new(db, current, settings);

    [HttpGet("")]
    public async Task<IActionResult> Create(Guid id) => await _desk.FindAsync(id) is null ? NotFound() : View(new NoteForm());

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, NoteForm form)
    {
        if (await _desk.FindAsync(id) is not { } item) return NotFound();

        db.Add(new FeedbackNote(item, form.Text, current.Clock.Today()));
        await _desk.SaveAsync("Noted", item);
        return this.Done("The note is saved. The sender never sees it.", "Details", "Inbox", new { id });
    }
}
