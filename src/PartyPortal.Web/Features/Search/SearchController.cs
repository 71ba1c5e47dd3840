using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Search;

/// <summary>One box over everything that the reader may see.</summary>
[Route("search"), AllowAnonymous]
public sealed class SearchController : Controller
{
    [HttpGet(""), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(SearchQuestion asked, [FromServices] Finder finder)
    {
        // What others ask for is no page of ours to be found elsewhere.
        Response.Headers["X-Robots-Tag"] = "noindex";
        return View(await finder.FindAsync(asked));
    }
}
