using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.People;

/// <summary>One's own record, to be read.</summary>
[Route("me"), Authorize(Policies.SignedIn)]
public sealed class MeController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await db.OwnRecord().Select(PersonPage.Of).SingleOrDefaultAsync());
}
