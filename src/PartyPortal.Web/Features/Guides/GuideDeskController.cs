using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Guides;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Guides;

/// <summary>Guides as they are written, approved, kept up to date and withdrawn.</summary>
[Route("desk/guides"), Authorize(Policies.ManageGuides)]
public sealed class GuideDeskController(PortalDb db, Arrivals arrivals, TimeProvider clock) : Controller
{
    private IQueryable<Guide> Own => db.Guides.Where(g => g.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index(GuideSearch search) => View(await search.RunAsync(Own));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) =>
        await Own.Include(g => g.Branch).Include(g => g.Downloads).AsNoTracking().SingleOrDefaultAsync(g => g.Id == id) is { } guide ? View(guide) : NotFound();

    [HttpGet("new"), EditorPage]
    public IActionResult Create() => View(new GuideForm { BranchId = db.Viewer.Acting?.BranchId });

    [HttpPost("new"), EditorPage, TakesFiles]
    public async Task<IActionResult> Create(GuideForm form)
    {
        if (!await db.Branches.AnyAsync(b => b.Id == form.BranchId && b.ArchivedOn == null && b.Path.StartsWith(db.Viewer.Path)))
            throw new RuleBrokenException("Choose an organisation of your own.") { Field = nameof(form.BranchId) };

        var guide = new Guide(form.BranchId!.Value, form.Content(), db.Viewer, clock.Today());
        guide.ChangeDownloads([], await arrivals.TakeAsync(form.Downloads.Added, "Downloads.Added", FileUse.Attachment, AttachedFile.Most));
        db.Add(guide);
        await db.SaveChangesAsync();
        return this.Done("The draft is saved.", nameof(Details), new { id = guide.Id });
    }

    [HttpGet("{id:int}/edit"), EditorPage]
    public async Task<IActionResult> Edit(int id) =>
        await Own.Include(g => g.Downloads).AsNoTracking().SingleOrDefaultAsync(g => g.Id == id) is { } guide ? View(GuideForm.For(guide)) : NotFound();

    [HttpPost("{id:int}/edit"), EditorPage, TakesFiles]
    public async Task<IActionResult> Edit(int id, GuideForm form)
    {
        if (await db.FindToChangeAsync<Guide>(id) is not { } guide) return NotFound();

        db.Expect(guide, form.Version);
        await db.Entry(guide).Collection(g => g.Downloads).LoadAsync();
        guide.Revise(form.Content(), db.Viewer, clock.Today());
        var dropped = guide.ChangeDownloads(form.Downloads.Kept, await arrivals.TakeAsync(form.Downloads.Added, "Downloads.Added", FileUse.Attachment, AttachedFile.Most));
        await arrivals.SaveWithoutAsync(dropped);
        return this.Done("The guide is saved.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/submit")]
    public async Task<IActionResult> Submit(int id)
    {
        if (await db.FindToChangeAsync<Guide>(id) is not { } guide) return NotFound();

        guide.Submit(db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("A second person must now approve the guide.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/approve"), Authorize(Policies.ReviewNotices)]
    public async Task<IActionResult> Approve(int id)
    {
        if (await db.FindToChangeAsync<Guide>(id) is not { } guide) return NotFound();

        guide.Approve(db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The guide is published.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id)
    {
        if (await db.FindToChangeAsync<Guide>(id) is not { } guide) return NotFound();

        guide.Withdraw();
        await db.SaveChangesAsync();
        return this.Done("The guide is withdrawn.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/confirm")]
    public async Task<IActionResult> Confirm(int id)
    {
        if (await db.FindToChangeAsync<Guide>(id) is not { } guide) return NotFound();

        guide.ConfirmStillValid(clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The guide counts as valid for another year.", nameof(Index));
    }
}
