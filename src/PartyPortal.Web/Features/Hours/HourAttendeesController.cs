using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

/// <summary>Who was at an event: added to it, or taken out where it was a mistake.</summary>
[Route("desk/hours/{id:int}/people"), Authorize(Policies.ManageHours)]
public sealed class HourAttendeesController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    private HourClock Clock => new(clock.Today(), settings.Now.HourLateDays);

    /// <param name="id">The event.</param>
    /// <param name="search">Whose people are to choose from; those of its own branch where none is said.</param>
    [HttpGet("")]
    public async Task<IActionResult> Create(int id, HourDeskSearch search) =>
        await db.HourEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.Branch.Path.StartsWith(db.Viewer.Path)) is { } found ? View(new AttendeesForm { BranchId = search.BranchId ?? found.BranchId }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, AttendeesForm form)
    {
        if (await db.FindToChangeAsync<HourEvent>(id) is not { } found) return NotFound();

        Clock.Require(found.On);
        await db.HourAttendances.Where(a => a.EventId == id).LoadAsync();
        await db.AttendAsync(found, form.People);
        await db.SaveChangesAsync();
        return this.Done("It is noted. Whoever has the hours of its course already has them once.", nameof(HourDeskController.Details), "HourDesk", new { id });
    }

    [HttpPost("{person:int}/remove")]
    public async Task<IActionResult> Delete(int id, int person)
    {
        if (await db.FindToChangeAsync<HourEvent>(id) is not { } found || await db.HourAttendances.SingleOrDefaultAsync(a => a.EventId == id && a.PersonId == person) is not { } attendance) return NotFound();

        Clock.Require(found.On);
        db.Remove(attendance);
        await db.SaveChangesAsync();
        return this.Done("They are taken out, with the hours of this event.", nameof(HourDeskController.Details), "HourDesk", new { id });
    }
}
