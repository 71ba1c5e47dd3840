using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
using PartyPortal.Domain.Classes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Classes;

/// <summary>Announces a class to those whom it is for; cancels it.</summary>
[Route("desk/classes/{id:int}"), Authorize(Policies.ManageClasses)]
public sealed class ClassStepsController(PortalDb db, TimeProvider clock) : Controller
{
    private const string Page = nameof(ClassDeskController.Details);
    private const string Desk = "ClassDesk";

    [HttpPost("announce")]
    public async Task<IActionResult> Announce(int id)
    {
        if (await FindAsync(id) is not { } found) return NotFound();

        found.Announce(clock.Today(), clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The class is announced. People can sign up now.", Page, Desk, new { id });
    }

    [HttpGet("cancel")]
    public async Task<IActionResult> Cancel(int id) => await FindAsync(id) is null ? NotFound() : View(new CancelClassForm());

    [HttpPost("cancel")]
    public async Task<IActionResult> Cancel(int id, CancelClassForm form)
    {
        if (await FindAsync(id) is not { } found) return NotFound();

        found.Cancel(form.Reason, clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The class is cancelled. Everybody who signed up is told.", Page, Desk, new { id });
    }

    private Task<TrainingClass?> FindAsync(int id) => db.TrainingClasses.OrganisedBy(db.Viewer).Include(c => c.Sessions).SingleOrDefaultAsync(c => c.Id == id);
}
