using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Collections;
using PartyPortal.Domain.Collections;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Collections;

/// <summary>What was handed in, for the office that asked: one by one, as one workbook, as one archive.</summary>
[Route("desk/collections/{id:int}"), Authorize(Policies.ManageCollections)]
public sealed class CollectedController(PortalDb db, TimeProvider clock) : Controller
{
    private IQueryable<CollectionAnswer> HandedIn(int id) =>
        db.CollectionAnswers.Where(a => a.CollectionId == id && a.State == AnswerState.HandedIn && db.Collections.AskedBy(db.Viewer).Any(c => c.Id == id));

    [HttpGet("answers/{answerId:int}")]
    public async Task<IActionResult> Details(int id, int answerId) =>
        await HandedIn(id).Include(a => a.Collection).Include(a => a.Files).AsNoTracking().SingleOrDefaultAsync(a => a.Id == answerId) is { } answer ? View(answer) : NotFound();

    [HttpGet("answers/{answerId:int}/return")]
    public async Task<IActionResult> Return(int id, int answerId) => await HandedIn(id).AnyAsync(a => a.Id == answerId) ? View(new ReturnForm()) : NotFound();

    [HttpPost("answers/{answerId:int}/return")]
    public async Task<IActionResult> Return(int id, int answerId, ReturnForm form)
    {
        if (await HandedIn(id).Include(a => a.Collection).SingleOrDefaultAsync(a => a.Id == answerId) is not { } answer) return NotFound();

        answer.Return(form.Reason);
        db.Record("Collection.Returned", $"Collection {id}");
        await db.SaveChangesAsync();
        return this.Done("The answer is sent back. Its sender is told within a minute.", nameof(CollectionDeskController.Details), "CollectionDesk", new { id });
    }

    [HttpGet("files/{fileId:int}")]
    public async Task<IActionResult> Show(int id, int fileId) =>
        await db.CollectionFiles.Where(f => f.Id == fileId && HandedIn(id).Any(a => a.Id == f.AnswerId)).Select(f => f.File).SingleOrDefaultAsync() is { } file
            ? this.StoredFile(file, Readers.Some)
            : NotFound();

    [HttpGet("workbook"), EnableRateLimiting(RateLimits.Export), Proved(GivesFile = true)]
    public async Task<IActionResult> Workbook(int id)
    {
        if (await FindAsync(id) is not { } collection) return NotFound();

        var sheet = await CollectedSheet.OfAsync(db, collection);
        await RecordAsync("Collection.Exported", id);
        return File(sheet, Sheet.ContentType, $"{CollectedZip.NameOf(collection.Title)}-{clock.Today():yyyyMMdd}.xlsx");
    }

    [HttpGet("archive"), EnableRateLimiting(RateLimits.Export), Proved(GivesFile = true)]
    public async Task<IActionResult> Archive(int id)
    {
        if (await FindAsync(id) is not { } collection) return NotFound();

        var zip = await CollectedZip.OfAsync(db, collection);
        await RecordAsync("Collection.Archived", id);
        return zip;
    }

    private Task<Collection?> FindAsync(int id) => db.Collections.AskedBy(db.Viewer).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.State != CollectionState.Draft);

    private Task RecordAsync(string action, int id)
    {
        db.Record(action, $"Collection {id}");
        return db.SaveChangesAsync();
    }
}
