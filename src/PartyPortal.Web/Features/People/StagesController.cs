using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

/// <summary>Writes down the stage a person has entered, with its day.</summary>
[Route("people/{personId:int}/stage"), Authorize(Policies.ManagePeople)]
public sealed class StagesController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int personId) =>
        await db.People.AnyAsync(p => p.Id == personId) ? View(new StageForm { On = clock.Today() }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int personId, StageForm form)
    {
        if (await db.FindWithPeriodsAsync(personId) is not { } person) return NotFound();

        person.EnterStage(form.Stage!.Value, form.On!.Value);
        await db.SaveChangesAsync();

        return this.Done("The stage has been written down.", nameof(PeopleController.Details), new { controller = "People", id = personId });
    }
}
