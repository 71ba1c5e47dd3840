using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <summary>One's own questions to the support desk.</summary>
[Route("help/tickets"), Authorize(Policies.SignedIn)]
public sealed class TicketsController(PortalDb db, TimeProvider clock) : Controller
{
    private const int Size = 20;

    private IQueryable<Ticket> Own => db.Tickets.Where(t => t.AccountId == db.Viewer.AccountId);

    [HttpGet("")]
    public async Task<IActionResult> Index(int? after)
    {
        var rows = await Own.Where(t => after == null || t.Id < after).OrderByDescending(t => t.Id).Take(Size + 1).Select(TicketRow.Of).ToListAsync();
        return View(new Slice<TicketRow>([.. rows.Take(Size)], rows.Count > Size ? $"{rows[Size - 1].Id}" : null));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) => await Own.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id) is { } ticket ? View(ticket) : NotFound();

    [HttpPost("{id:int}/write"), EnableRateLimiting(RateLimits.Feedback)]
    public async Task<IActionResult> Write(int id, TicketWordForm form)
    {
        if (await Own.SingleOrDefaultAsync(t => t.Id == id) is not { } ticket) return NotFound();

        form.PointOutPersonalData();
        ticket.Ask(form.Text, clock.Today());
        await db.SaveChangesAsync();
        return this.Done("Your question is with the support desk. You are told when it is answered.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/settle")]
    public async Task<IActionResult> Settle(int id)
    {
        if (await Own.SingleOrDefaultAsync(t => t.Id == id) is not { } ticket) return NotFound();

        ticket.Settle(clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The question is closed.", nameof(Index));
    }
}
