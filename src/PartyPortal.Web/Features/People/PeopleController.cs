using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

[Route("people"), Authorize(Policies.ReadPeople)]
public sealed class PeopleController(PortalDb db, FieldSealer sealer, CurrentSettings settings, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(PeopleSearch search)
    {
        var page = await search.PageAsync(db);
        return View(new PeoplePage(search, page.Rows, page.Next, search.OneBranchIn(db) is { } branch ? await db.GroupsOfAsync(branch) : []));
    }

    [HttpGet("export"), Authorize(Policies.ManagePeople), Proved(GivesFile = true)]
    public async Task<IActionResult> Export(PeopleSearch search)
    {
        var sheet = await PeopleSheet.OfAsync(search.In(db));
        db.Record("People.Exported", detail: $"{sheet.Count} rows");
        await db.SaveChangesAsync();

        return File(sheet.Bytes, Sheet.ContentType, $"people-{clock.Today():yyyyMMdd}.xlsx");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        if (await db.People.Where(p => p.Id == id).Select(PersonPage.Of).SingleOrDefaultAsync() is not { } page) return NotFound();

        var account = await db.Users.Where(a => db.People.Any(p => p.Id == id && p.AccountId == a.Id)).Select(a => (AccountState?)a.State).SingleOrDefaultAsync();
        return View(page.MaskedFor(db.Viewer, sealer) with { Account = account });
    }

    [HttpGet("new"), Authorize(Policies.ManagePeople)]
    public IActionResult Create() => View(new NewPersonForm { BranchId = db.Viewer.OnlyBranchId, Since = clock.Today() });

    [HttpPost("new"), Authorize(Policies.ManagePeople)]
    public async Task<IActionResult> Create(NewPersonForm form)
    {
        if (await db.Branches.SingleOrDefaultAsync(b => b.Id == form.BranchId) is not { } branch) return NotFound();

        var person = new Person(form.Name, branch, form.Stage!.Value, form.Since!.Value);
        form.ApplyTo(person, sealer, settings.Now);
        db.Add(person);
        await db.SavePersonAsync();

        return this.Done("The record has been made.", nameof(Details), new { id = person.Id });
    }

    [HttpGet("{id:int}/edit"), Authorize(Policies.ManagePeople)]
    public async Task<IActionResult> Edit(int id) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is { } person ? View(PersonForm.For(person)) : NotFound();

    [HttpPost("{id:int}/edit"), Authorize(Policies.ManagePeople)]
    public async Task<IActionResult> Edit(int id, PersonForm form)
    {
        if (await db.FindToChangeAsync<Person>(id) is not { } person) return NotFound();

        db.Expect(person, form.Version);
        form.ApplyTo(person, sealer, settings.Now);
        await db.SavePersonAsync();

        return this.Done("The record has been saved.", nameof(Details), new { id });
    }
}
