using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data.Access;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Desk;

/// <summary>Where a signed-in person begins: what may be done here, in the role in use.</summary>
[Route("desk"), Authorize(Policies.SignedIn)]
public sealed class DeskController(CurrentViewer current) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(current.Viewer);
}
