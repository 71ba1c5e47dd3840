using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Stale;

/// <summary>What is published and nobody has looked at for long: its office confirms it, or mends it.</summary>
[Route("desk/stale"), Authorize(Policies.ManageNotices)]
public sealed class StaleController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await new StaleContent(db, clock.UtcNow(), settings.Now.ConfirmMonths).FindAsync());

    [HttpPost("notices/{id:int}")]
    public async Task<IActionResult> ConfirmNotice(int id)
    {
        if (await db.FindToChangeAsync<Notice>(id) is not { } notice) return NotFound();

        notice.ConfirmStillValid(clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("It is confirmed as still valid.", nameof(Index));
    }

    [HttpPost("guides/{id:int}")]
    public async Task<IActionResult> ConfirmGuide(int id)
    {
        if (await db.FindToChangeAsync<Guide>(id) is not { } guide) return NotFound();

        guide.ConfirmStillValid(clock.Today());
        await db.SaveChangesAsync();
        return this.Done("It is confirmed as still valid.", nameof(Index));
    }
}
