using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Study;

/// <summary>Materials as they are studied. Who may study which, the visibility gate decides.</summary>
[Route("study"), AllowAnonymous]
public sealed class StudyController(PortalDb db) : Controller
{
    private IQueryable<StudyMaterial> Published => db.StudyMaterials.Where(m => m.State == StudyState.Published);

    [HttpGet(""), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Index(StudySearch search)
    {
        // The state is the desk's question.
        search.State = null;
        return View(await search.PageAsync(db, Published));
    }

    [HttpGet("{id:int}"), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Details(int id)
    {
        var material = await Published.Include(m => m.Branch).Include(m => m.Rendition).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id);
        if (material is null) return NotFound();

        var me = db.Viewer.AccountId;
        var progress = await db.StudyProgress.AsNoTracking().SingleOrDefaultAsync(p => p.MaterialId == id && p.AccountId == me);
        return View(StudyPage.Of(material, progress) with { Notes = await db.OwnNotesAsync(id), ShownNotes = await db.ShownNotesAsync(id) });
    }
}
