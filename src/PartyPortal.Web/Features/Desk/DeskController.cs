using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Desk;

/// <summary>Where a signed-in person begins: what waits for them now, in the role in use.</summary>
[Route("desk"), Authorize(Policies.SignedIn)]
public sealed class DeskController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await new Waiting(db).FindAsync());
}
