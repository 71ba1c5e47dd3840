using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

/// <summary>A material for those who missed a meeting.</summary>
[Route("desk/hours/{id:int}/make-up"), Authorize(Policies.ManageHours)]
public sealed class MakeUpsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int id) => await db.HourEvents.AnyAsync(e => e.Id == id && e.Branch.Path.StartsWith(db.Viewer.Path)) ? View(new MakeUpForm { DueOn = clock.Today().AddDays(14) }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, MakeUpForm form)
    {
        if (await db.FindToChangeAsync<HourEvent>(id) is not { } missed) return NotFound();
        if (await db.StudyMaterials.SingleOrDefaultAsync(m => m.Id == form.MaterialId) is not { } material) throw new RuleBrokenException("Choose a material from the list.") { Field = "MaterialId" };

        await db.HourAttendances.Where(a => a.EventId == id).LoadAsync();
        var people = await db.People.Include(p => p.Branch).Where(p => form.People.Contains(p.Id) && !db.MakeUpStudies.Any(m => m.EventId == id && m.PersonId == p.Id)).ToListAsync();
        db.AddRange(missed.MakeUp(people, material, form.DueOn!.Value, clock.Today()));
        await db.SaveChangesAsync();
        return this.Done("The make-up study is assigned and stands on their to-do lists.", nameof(HourDeskController.Details), "HourDesk", new { id });
    }

    [HttpPost("{study:int}/remove")]
    public async Task<IActionResult> Delete(int id, int study)
    {
        if (await db.FindToChangeAsync<MakeUpStudy>(study) is not { } found || found.EventId != id) return NotFound();

        db.Remove(found);
        await db.SaveChangesAsync();
        return this.Done("The make-up study is taken back.", nameof(HourDeskController.Details), "HourDesk", new { id });
    }
}
