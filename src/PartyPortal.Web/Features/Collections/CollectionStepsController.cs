using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Collections;
using PartyPortal.Domain.Collections;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Collections;

/// <summary>What is done with a collection under way: remind, another date, close, reopen, delete.</summary>
[Route("desk/collections/{id:int}"), Authorize(Policies.ManageCollections)]
public sealed class CollectionStepsController(PortalDb db, IFileStore store, CurrentSettings settings, TimeProvider clock) : Controller
{
    private const string Page = nameof(CollectionDeskController.Details);
    private const string Desk = "CollectionDesk";

    [HttpPost("remind")]
    public async Task<IActionResult> Remind(int id)
    {
        if (await FindAsync(id) is not { } collection) return NotFound();

        collection.Remind(clock.Today());
        await db.SaveChangesAsync();
        return this.Done("Those whose answer is missing are reminded within a minute.", Page, Desk, new { id });
    }

    [HttpGet("due")]
    public async Task<IActionResult> Due(int id) =>
        await FindAsync(id) is { } collection ? View(new DueForm { DueAt = PortalClock.InShanghai(collection.DueAt), TakesLate = collection.TakesLate }) : NotFound();

    [HttpPost("due")]
    public async Task<IActionResult> Due(int id, DueForm form)
    {
        if (await FindAsync(id) is not { } collection) return NotFound();

        collection.Postpone(PortalClock.ToUtc(form.DueAt!.Value), form.TakesLate, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The new date holds. Those asked see it on the page.", Page, Desk, new { id });
    }

    [HttpPost("close")]
    public async Task<IActionResult> Close(int id)
    {
        if (await FindAsync(id) is not { } collection) return NotFound();

        collection.Close(clock.Today(), settings.Now.CollectionMonths);
        await db.SaveChangesAsync();
        return this.Done("The collection is closed. It takes no more answers.", Page, Desk, new { id });
    }

    [HttpPost("reopen")]
    public async Task<IActionResult> Reopen(int id)
    {
        if (await FindAsync(id) is not { } collection) return NotFound();

        collection.Reopen();
        await db.SaveChangesAsync();
        return this.Done("The collection is under way again.", Page, Desk, new { id });
    }

    [HttpGet("delete")]
    public async Task<IActionResult> Delete(int id) => await FindAsync(id) is { } collection ? View(collection) : NotFound();

    [HttpPost("delete"), ActionName("Delete")]
    public async Task<IActionResult> DeleteNow(int id)
    {
        if (await FindAsync(id) is not { } collection) return NotFound();

        await CollectionEnd.DeleteAsync(db, store, collection);
        return this.Done("The collection is deleted with everything that was answered.", nameof(CollectionDeskController.Index), Desk);
    }

    private Task<Collection?> FindAsync(int id) => db.Collections.AskedBy(db.Viewer).SingleOrDefaultAsync(c => c.Id == id);
}
