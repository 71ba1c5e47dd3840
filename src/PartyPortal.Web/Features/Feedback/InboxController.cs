using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>An office reads and answers what was routed to it.</summary>
[Route("desk/feedback"), Authorize(Policies.AnswerFeedback)]
public sealed class InboxController(PortalDb db, CurrentViewer current, IServiceProvider services) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(InboxSearch search) => View(await search.RunAsync(db));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Details(Guid id) => await FindAsync(id) is { } item ? View(item) : NotFound();

    [HttpPost("{id:guid}/answer")]
    public async Task<IActionResult> Answer(Guid id, AnswerForm form)
    {
        if (await FindAsync(id) is not { } item) return NotFound();

        item.Answer(form.Text, current.Clock.Today());
        db.Record("Feedback.Answered", $"FeedbackItem {id}");
        await ActivatorUtilities.CreateInstance<FeedbackDrop>(services).SaveAsync();
        return this.Done("The answer is saved. The sender reads it with the receipt code.", nameof(Details), new { id });
    }

    [HttpPost("{id:guid}/close")]
    public async Task<IActionResult> Close(Guid id)
    {
        if (await FindAsync(id) is not { } item) return NotFound();

        item.Close();
        db.Record("Feedback.Closed", $"FeedbackItem {id}");
        await ActivatorUtilities.CreateInstance<FeedbackDrop>(services).SaveAsync();
        return this.Done("The message is closed.", nameof(Index));
    }

    private Task<FeedbackItem?> FindAsync(Guid id) => db.FeedbackItems.Include(f => f.Concerned).SingleOrDefaultAsync(f => f.Id == id);
}
