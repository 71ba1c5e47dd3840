using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Domain.Search;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Search;

/// <summary>One box over everything that the reader may see.</summary>
[Route("search"), AllowAnonymous]
public sealed class SearchController : Controller
{
    [HttpGet(""), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(SearchQuestion asked, [FromServices] Finder finder, [FromServices] MissedWords missed)
    {
        // What others ask for is no page of ours to be found elsewhere.
        Response.Headers["X-Robots-Tag"] = "noindex";
        var page = await finder.FindAsync(asked);
        if (page.Hits is { Count: 0 } && asked is { Kind: SearchKind.Help, After: null, Words: { } words }) missed.Note(words);
        return View(page);
    }
}
