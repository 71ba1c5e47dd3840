using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Desk;

/// <summary>Where a signed-in person begins: what waits for them, and what is new.</summary>
[Route("desk"), Authorize(Policies.SignedIn)]
public sealed class DeskController(PortalDb db, Waiting waiting) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await DeskPage.ReadAsync(db, await waiting.FindAsync()));
}
