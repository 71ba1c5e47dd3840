using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.People;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>Imports under way and those of the last month: how far they are, what became of them, and back.</summary>
[Route("people/imports"), Authorize(Policies.ManagePeople)]
public sealed class ImportRunsController(PortalDb db, SheetUpload uploads, JobBell bell, TimeProvider clock) : Controller
{
    private const int MostShown = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await db.PeopleImports.AsNoTracking().Include(i => i.Branch).OrderByDescending(i => i.Id).Take(MostShown).ToListAsync());

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        if (await db.PeopleImports.AsNoTracking().Include(i => i.Branch).SingleOrDefaultAsync(i => i.Id == id) is not { } import) return NotFound();

        var left = import.State is ImportState.Undone
            ? await db.ImportedPeople.Where(p => p.ImportId == id).OrderBy(p => p.Person.NameKey).ThenBy(p => p.Id).Take(MostShown).Select(p => new LeftAlone(p.PersonId, p.Person.Name)).ToListAsync()
            : [];
        return View(new ImportRunPage(import, left, import.MayBeUndone(clock.Today()), import.AccountId == db.Viewer.AccountId));
    }

    /// <summary>As it was sent: for its sender alone.</summary>
    [HttpGet("{id:int}/workbook"), Proved(GivesFile = true)]
    public async Task<IActionResult> Workbook(int id) =>
        await db.PeopleImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.AccountId == db.Viewer.AccountId) is { } import && uploads.FindImported(import.Token) is { } workbook
            ? File(workbook, Sheet.ContentType, $"import-{id}.xlsx")
            : NotFound();

    [HttpPost("{id:int}/undo")]
    public async Task<IActionResult> Undo(int id)
    {
        if (await db.FindToChangeAsync<PeopleImport>(id) is not { } import) return NotFound();

        if (!import.IsUnderWay) import.TakeBack(db.Viewer, clock.Today());
        await db.SaveChangesAsync();
        bell.Ring();
        return RedirectToAction(nameof(Details), new { id });
    }
}

/// <summary>Somebody who was changed since, and whom taking back did not touch.</summary>
public sealed record LeftAlone(int Id, string Name);

public sealed record ImportRunPage(PeopleImport Import, IReadOnlyList<LeftAlone> Left, bool MayBeUndone, bool IsOwn);
