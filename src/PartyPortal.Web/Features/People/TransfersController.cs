using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

/// <summary>Moves a person to another branch in reach. Transfers between universities come with their own module.</summary>
[Route("people/{personId:int}/transfer"), Authorize(Policies.ManagePeople)]
public sealed class TransfersController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int personId) =>
        await db.People.AnyAsync(p => p.Id == personId) ? View(new TransferForm { On = clock.Today() }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int personId, TransferForm form)
    {
        if (await db.FindWithPeriodsAsync(personId) is not { } person) return NotFound();
        if (await db.Branches.SingleOrDefaultAsync(b => b.Id == form.BranchId) is not { } branch) return NotFound();

        person.JoinBranch(branch, form.On!.Value);
        await db.SaveChangesAsync();

        return this.Done("The person has been transferred.", nameof(PeopleController.Details), new { controller = "People", id = personId });
    }
}
