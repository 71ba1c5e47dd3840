using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Study;

public sealed record StudyDeskPage(StudyMaterial Material, IReadOnlyList<AccessFault> Faults);

/// <summary>Materials as they are written and edited. On their way to readers: <see cref="StudyReleaseController"/>.</summary>
[Route("desk/study"), Authorize(Policies.ManageStudy)]
public sealed class StudyDeskController(PortalDb db, Arrivals arrivals, IFileStore files, TimeProvider clock) : Controller
{
    private IQueryable<StudyMaterial> Own => db.StudyMaterials.Where(m => m.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index(StudySearch search) => View(await search.PageAsync(db, Own));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) =>
        await Own.Include(m => m.Branch).Include(m => m.Rendition).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id) is { } material ? View(new StudyDeskPage(material, files.FaultsOf(material))) : NotFound();

    [HttpGet("new")]
    public IActionResult Choose() => View();

    [HttpGet("new/{kind}"), EditorPage]
    public IActionResult Create(StudyKind kind) => Enum.IsDefined(kind) ? View(new StudyForm { Kind = kind, BranchId = db.Viewer.Acting?.BranchId }) : NotFound();

    [HttpPost("new/{kind}"), EditorPage, TakesFiles]
    public async Task<IActionResult> Create(StudyForm form)
    {
        await this.TakeCaptionsAsync(form);
        var material = new StudyMaterial(await db.OwnBranchAsync(form.BranchId), form.Kind, form.Content(), db.Viewer, clock.UtcNow());
        await db.TakeFileAsync(material, form, arrivals);
        db.Add(material);
        await db.SaveChangesAsync();
        return this.Done("The draft is saved.", nameof(Details), new { id = material.Id });
    }

    [HttpGet("{id:int}/edit"), EditorPage]
    public async Task<IActionResult> Edit(int id, int? from)
    {
        if (await Own.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id) is not { } material) return NotFound();

        var form = StudyForm.Of(material);
        if (from is null) return View(form);
        if (await db.StudyVersions.SingleOrDefaultAsync(v => v.MaterialId == id && v.Number == from) is not { } earlier) return NotFound();

        ViewData["From"] = from;
        form.TakeWordsOf(earlier);
        return View(form);
    }

    [HttpPost("{id:int}/edit"), EditorPage, TakesFiles]
    public async Task<IActionResult> Edit(int id, StudyForm form)
    {
        if (await db.FindToChangeAsync<StudyMaterial>(id) is not { } material) return NotFound();

        db.Expect(material, form.Version);
        await this.TakeCaptionsAsync(form);
        var before = files.FaultsOf(material);
        material.Revise(form.Content(), db.Viewer, clock.UtcNow());
        await db.TakeFileAsync(material, form, arrivals);
        material.RefuseNewFaults(before, files.FaultsOf(material));
        await db.SaveChangesAsync();
        return this.Done("The material is saved.", nameof(Details), new { id });
    }
}
