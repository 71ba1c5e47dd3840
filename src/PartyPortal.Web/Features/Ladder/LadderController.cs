using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Ladder;

/// <summary>What organisations in reach were reminded of, in which office, and what became of it.</summary>
[Route("desk/reminders"), Authorize(Policies.ReadReminders)]
public sealed class LadderController(PortalDb db, CurrentViewer current, IEnumerable<ITodoSource> sources, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) => View(await LadderPage.ReadAsync(db, after));

    [HttpPost("{id:int}/again")]
    public async Task<IActionResult> Again(int id)
    {
        if (await db.LadderSteps.SingleOrDefaultAsync(s => s.Id == id) is not { } step) return NotFound();

        db.Record("Reminder.Again", $"Reminder {id}");
        // Who holds an office, and how an e-mail fared, is asked for by the portal and shown to nobody.
        using var system = current.ActAsSystem();
        var climbing = await Climbing.BeginAsync(db, clock.Today());
        await climbing.ClimbAgainAsync(step, await sources.FindLateAsync(db, clock.Today()), clock.UtcNow());
        return this.Done("It is sent again; its outcome stands here within seconds.", nameof(Index));
    }
}
