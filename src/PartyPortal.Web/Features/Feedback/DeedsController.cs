using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using PartyPortal.Data;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>You said, we did: for everybody.</summary>
[Route("feedback/done"), AllowAnonymous]
public sealed class DeedsController(PortalDb db) : Controller
{
    [HttpGet(""), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Index(DeedSearch search)
    {
        search.State = DeedState.Published;
        return View(await search.RunAsync(db.Deeds));
    }
}
