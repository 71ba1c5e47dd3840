using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

/// <summary>The member's own word on what a helper wrote down for them.</summary>
[Route("my/hours/recorded/{id:int}"), Authorize(Policies.SignedIn)]
public sealed class RecordedStudiesController(PortalDb db) : Controller
{
    private Task<SelfStudy?> FindAsync(int id) => db.SelfStudies.SingleOrDefaultAsync(s => s.Id == id && s.PersonId == db.Viewer.PersonId);

    [HttpPost("agree")]
    public async Task<IActionResult> Create(int id)
    {
        if (await FindAsync(id) is not { } study) return NotFound();

        study.Agree();
        await db.SaveChangesAsync();
        return study.State is SelfStudyState.Confirmed
            ? this.Done("It counts now.", nameof(MyHoursController.Index), "MyHours")
            : this.Done("You have agreed. Somebody of your branch confirms it now.", nameof(MyHoursController.Index), "MyHours");
    }

    [HttpPost("object")]
    public async Task<IActionResult> Delete(int id)
    {
        if (await FindAsync(id) is not { } study) return NotFound();

        study.Object();
        await db.SaveChangesAsync();
        return this.Done("It does not count, and whoever wrote it down is told.", nameof(MyHoursController.Index), "MyHours");
    }
}
