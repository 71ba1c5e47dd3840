using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.People;

/// <summary>What the portal keeps about oneself, and who has read what is masked.</summary>
[Route("me"), Authorize(Policies.SignedIn)]
public sealed class MeController(PortalDb db, FieldSealer sealer) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await MePage.ReadAsync(db, sealer));
}
