using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
using PartyPortal.Domain.Classes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Classes;

/// <summary>Training classes as their organiser makes and leads them.</summary>
[Route("desk/classes"), Authorize(Policies.ManageClasses)]
public sealed class ClassDeskController(PortalDb db, TimeProvider clock) : Controller
{
    private IQueryable<TrainingClass> Own => db.TrainingClasses.OrganisedBy(db.Viewer).Include(c => c.Sessions);

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) => View(await ClassListPage.LoadAsync(db, db.TrainingClasses.OrganisedBy(db.Viewer), after));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) => await ClassDeskPage.LoadAsync(db, id) is { } page ? View(page) : NotFound();

    [HttpGet("new")]
    public async Task<IActionResult> Create() => View(new ClassForm { BranchId = await db.UsualOfficeAsync() });

    [HttpPost("new")]
    public async Task<IActionResult> Create(ClassForm form)
    {
        var made = new TrainingClass(await db.OwnOfficeAsync(form.BranchId), form.Content(), db.Viewer, clock.Today(), clock.UtcNow());
        db.Add(made);
        await db.SaveChangesAsync();
        return this.Done("The class is begun. Add its sessions now.", nameof(Details), new { id = made.Id });
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id) => await Own.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is { } found ? View(ClassForm.For(found)) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, ClassForm form)
    {
        if (await Own.SingleOrDefaultAsync(c => c.Id == id) is not { } found) return NotFound();

        db.Expect(found, form.Version);
        found.Revise(form.Content(), Math.Min(found.Quota, (await db.SeatFiguresAsync(id)).SignedUp), db.Viewer, clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The class is saved.", nameof(Details), new { id });
    }
}
