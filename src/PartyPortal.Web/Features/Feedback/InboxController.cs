using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>An office reads and answers what was routed to it.</summary>
[Route("desk/feedback"), Authorize(Policies.AnswerFeedback)]
public sealed class InboxController(PortalDb db, CurrentViewer current, CurrentSettings settings) : Controller
{
    private readonly FeedbackDesk _desk = new(db, current, settings);

    [HttpGet("")]
    public async Task<IActionResult> Index(InboxSearch search) => View(await search.RunAsync(db, current.Clock.Today()));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Details(Guid id) =>
        await _desk.FindAsync(id) is { } item ? View(new InboxPage(item, await _desk.ClockAsync(), await _desk.NotesAsync(id), await db.PicturesOfAsync(id))) : NotFound();

    [HttpPost("{id:guid}/take-up")]
    public async Task<IActionResult> TakeUp(Guid id)
    {
        if (await _desk.FindAsync(id) is not { } item) return NotFound();

        item.TakeUp(await _desk.ClockAsync());
        await _desk.SaveAsync("TakenUp", item);
        return this.Done("The message is taken up. The sender sees it.", nameof(Details), new { id });
    }

    [HttpPost("{id:guid}/answer")]
    public async Task<IActionResult> Answer(Guid id, AnswerForm form)
    {
        if (await _desk.FindAsync(id) is not { } item) return NotFound();

        await _desk.PointOutNotesAsync(id, form);
        item.Answer(form.Text, await _desk.ClockAsync());
        await _desk.SaveAsync("Answered", item);
        return this.Done("The answer is saved. The sender reads it with the receipt code.", nameof(Details), new { id });
    }

    [HttpGet("{id:guid}/extend")]
    public async Task<IActionResult> Extend(Guid id) => await _desk.FindAsync(id) is null ? NotFound() : View(new ExtensionForm());

    [HttpPost("{id:guid}/extend")]
    public async Task<IActionResult> Extend(Guid id, ExtensionForm form)
    {
        if (await _desk.FindAsync(id) is not { } item) return NotFound();

        item.Extend(form.Days!.Value, form.Reason, await _desk.ClockAsync());
        await _desk.SaveAsync("Extended", item);
        return this.Done("More time is taken. The sender reads the reason and the new day.", nameof(Details), new { id });
    }

    [HttpPost("{id:guid}/close")]
    public async Task<IActionResult> Close(Guid id)
    {
        if (await _desk.FindAsync(id) is not { } item) return NotFound();

        item.Close(await _desk.ClockAsync());
        await _desk.SaveAsync("Closed", item);
        return this.Done("The message is closed.", nameof(Index));
    }
}
