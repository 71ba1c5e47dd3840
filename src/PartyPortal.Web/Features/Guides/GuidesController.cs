using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Guides;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Guides;

/// <summary>How things are done, for everybody.</summary>
[Route("guides"), AllowAnonymous]
public sealed class GuidesController(PortalDb db) : Controller
{
    private IQueryable<Guide> Published => db.Guides.Where(g => g.State == GuideState.Published);

    [HttpGet(""), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Index(GuideSearch search)
    {
        search.State = null;
        return View(await search.RunAsync(Published));
    }

    [HttpGet("{id:int}"), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Details(int id) =>
        await Published.Include(g => g.Branch).Include(g => g.Downloads).AsNoTracking().SingleOrDefaultAsync(g => g.Id == id) is { } guide ? View(guide) : NotFound();
}
