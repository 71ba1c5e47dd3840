using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>Messages on the same matter are answered as one, and parted again where they were not.</summary>
[Route("desk/feedback/{id:guid}"), Authorize(Policies.AnswerFeedback)]
public sealed class FeedbackMergesController(PortalDb db, CurrentViewer current, CurrentSettings settings) : Controller
{
    private readonly FeedbackDesk _desk = new(db, current, settings);

    [HttpGet("merge")]
    public async Task<IActionResult> Create(Guid id) => await _desk.FindAsync(id) is null ? NotFound() : View(new MergeForm());

    [HttpPost("merge")]
    public async Task<IActionResult> Create(Guid id, MergeForm form)
    {
        if (await _desk.FindAsync(id) is not { } item) return NotFound();

        var first = await _desk.FindAsync(form.Into!.Value) ?? throw new RuleBrokenException("Choose a message from the list.") { Field = nameof(form.Into) };
        item.MergeInto(first, await _desk.ClockAsync());
        await _desk.SaveAsync("Merged", item);
        return this.Done("The messages are answered together from now on.", "Details", "Inbox", new { id = first.Id });
    }

    [HttpPost("part")]
    public async Task<IActionResult> Part(Guid id)
    {
        if (await _desk.FindAsync(id) is not { } item) return NotFound();

        item.Part();
        await _desk.SaveAsync("Parted", item);
        return this.Done("The message stands alone again.", "Details", "Inbox", new { id });
    }
}
