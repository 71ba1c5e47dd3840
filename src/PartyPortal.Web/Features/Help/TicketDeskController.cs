using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <param name="AskedBy">Their name.</param>
/// <param name="TakenBy">The name of who has it; null while nobody has.</param>
public sealed record TicketPage(Ticket Ticket, string AskedBy, string? TakenBy);

/// <summary>The support desk: what is asked about the portal itself.</summary>
[Route("desk/tickets"), Authorize(Policies.AnswerTickets)]
public sealed class TicketDeskController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(TicketSearch search) => View(await search.RunAsync(db));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        if (await db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id) is not { } ticket) return NotFound();

        var names = await db.Users.Where(u => u.Id == ticket.AccountId || u.Id == ticket.TakenBy).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return View(new TicketPage(ticket, names[ticket.AccountId], ticket.TakenBy is { } by ? names.GetValueOrDefault(by) : null));
    }

    [HttpPost("{id:int}/take-up")]
    public async Task<IActionResult> TakeUp(int id)
    {
        if (await FindAsync(id) is not { } ticket) return NotFound();

        ticket.TakeUp(db.Viewer);
        await SaveAsync("TakenUp", id);
        return this.Done("The question is yours. Whoever asked sees that it is in work.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/answer")]
    public async Task<IActionResult> Answer(int id, TicketAnswerForm form)
    {
        if (await FindAsync(id) is not { } ticket) return NotFound();

        ticket.Answer(form.Text, db.Viewer, clock.Today());
        await SaveAsync("Answered", id);
        return this.Done("The answer is saved. Whoever asked is told.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/close")]
    public async Task<IActionResult> Close(int id)
    {
        if (await FindAsync(id) is not { } ticket) return NotFound();

        ticket.Close(clock.Today());
        await SaveAsync("Closed", id);
        return this.Done("The question is closed.", nameof(Index));
    }

    [HttpPost("{id:int}/reopen")]
    public async Task<IActionResult> Reopen(int id)
    {
        if (await FindAsync(id) is not { } ticket) return NotFound();

        ticket.Reopen();
        await SaveAsync("Reopened", id);
        return this.Done("The question is open again.", nameof(Details), new { id });
    }

    private Task<Ticket?> FindAsync(int id) => db.Tickets.SingleOrDefaultAsync(t => t.Id == id);

    private Task SaveAsync(string deed, int id)
    {
        db.Record($"Ticket.{deed}", $"Ticket {id}");
        return db.SaveChangesAsync();
    }
}
