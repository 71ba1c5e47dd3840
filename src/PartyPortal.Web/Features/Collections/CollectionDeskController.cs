using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Collections;
using PartyPortal.Domain.Collections;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Collections;

/// <summary>Collections as an office writes them and watches what comes in.</summary>
[Route("desk/collections"), Authorize(Policies.ManageCollections)]
public sealed class CollectionDeskController(PortalDb db, TimeProvider clock) : Controller
{
    private const int PageSize = 30;

    private IQueryable<Collection> Own => db.Collections.AskedBy(db.Viewer);

    [HttpGet("")]
    public async Task<IActionResult> Index(CollectionState? state, string? after)
    {
        ViewData["State"] = state;
        return View(await (state is null ? Own : Own.Where(c => c.State == state)).NewestFirstAsync(c => c.DueAt, c => c.Id, after, PageSize, CollectionRow.Of));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) =>
        await Own.Include(c => c.Branch).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is { } collection ? View(await CollectionPage.LoadAsync(db, collection, clock)) : NotFound();

    [HttpGet("new"), EditorPage]
    public async Task<IActionResult> Create() => View(new CollectionForm
    {
        DueAt = clock.Today().AddDays(7).ToDateTime(new TimeOnly(17, 0)),
        BranchId = await db.UsualOfficeAsync(),
    });

    [HttpPost("new"), EditorPage]
    public async Task<IActionResult> Create(CollectionForm form)
    {
        var collection = new Collection(await db.OwnOfficeAsync(form.BranchId), form.Content(), db.Viewer, clock.UtcNow());
        await RequireKnownAsync(collection.BranchId, form.Content());
        db.Add(collection);
        await db.SaveChangesAsync();
        return this.Done("The draft is saved. Add the questions now.", nameof(Details), new { id = collection.Id });
    }

    [HttpGet("{id:int}/edit"), EditorPage]
    public async Task<IActionResult> Edit(int id) => await Own.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is { } collection ? View(CollectionForm.For(collection)) : NotFound();

    [HttpPost("{id:int}/edit"), EditorPage]
    public async Task<IActionResult> Edit(int id, CollectionForm form)
    {
        if (await Own.SingleOrDefaultAsync(c => c.Id == id) is not { } collection) return NotFound();

        db.Expect(collection, form.Version);
        collection.Revise(form.Content(), db.Viewer, clock.UtcNow());
        await RequireKnownAsync(collection.BranchId, form.Content());
        await db.SaveChangesAsync();
        return this.Done("The draft is saved.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/copy")]
    public async Task<IActionResult> Copy(int id)
    {
        if (await Own.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } collection) return NotFound();

        var copy = collection.Copy(db.Viewer, clock.UtcNow());
        db.Add(copy);
        await db.SaveChangesAsync();
        return this.Done("Here is a copy with the same questions. Look at its date and at whom it asks.", nameof(Edit), new { id = copy.Id });
    }

    private Task RequireKnownAsync(int branchId, CollectionContent content) =>
        content.Reach.IsChosen() ? new AskedOnes(db, clock.Today()).FindAsync(branchId, content) : Task.CompletedTask;
}
