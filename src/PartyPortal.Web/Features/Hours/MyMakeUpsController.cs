using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

/// <summary>Says that make-up study is done, also past its day.</summary>
[Route("my/make-up/{id:int}"), Authorize(Policies.SignedIn)]
public sealed class MyMakeUpsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpPost("done")]
    public async Task<IActionResult> Create(int id)
    {
        if (await db.MakeUpStudies.SingleOrDefaultAsync(m => m.Id == id && m.PersonId == db.Viewer.PersonId) is not { } study) return NotFound();

        study.ReportDone(clock.Today());
        await db.SaveChangesAsync();
        return this.Done("It is reported as done.", nameof(MyHoursController.Index), "MyHours");
    }
}
