using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>The idea box, for whoever is signed in.</summary>
[Route("ideas"), Authorize(Policies.SignedIn)]
public sealed class IdeasController(PortalDb db, CurrentSettings settings, FieldSealer sealer) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(IdeaSearch search) => View(await search.RunAsync(db));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        if (await db.Ideas.Include(i => i.Branch).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id) is not { } idea) return NotFound();

        var mark = MarkOf(id);
        int? supporters = settings.Now.CountsSupport ? await db.IdeaSupports.CountAsync(s => s.IdeaId == id) : null;
        return View(new IdeaPage(idea, supporters, await db.IdeaSupports.AnyAsync(s => s.IdeaId == id && s.Mark == mark), db.Viewer.Manages(idea.Branch.Path)));
    }

    [HttpPost("{id:int}/support")]
    public async Task<IActionResult> Support(int id)
    {
        if (!settings.Now.CountsSupport || !await db.Ideas.AnyAsync(i => i.Id == id && i.RemovedBecause == null)) return NotFound();

        var mark = MarkOf(id);
        if (!await db.IdeaSupports.AnyAsync(s => s.IdeaId == id && s.Mark == mark)) db.Add(new IdeaSupport(id, mark));
        await db.SaveChangesAsync();
        return this.Done("You support this idea. Nobody sees that it was you.", nameof(Details), new { id });
    }

    private string MarkOf(int id) => sealer.IndexOf($"idea {id} {db.Viewer.AccountId}");
}
