using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

/// <summary>Confirms declared self-study, or turns it down with a reason that the member reads.</summary>
[Route("desk/hours/studies/{id:int}"), Authorize(Policies.ManageHours)]
public sealed class StudyConfirmationsController(PortalDb db) : Controller
{
    /// <summary>What the office in use has on its list, and no other.</summary>
    private async Task<SelfStudy?> FindAsync(int id) =>
        (await db.StudiesToConfirmAsync(id)).Count == 0 ? null : await db.SelfStudies.Include(s => s.Person).ThenInclude(p => p.Branch).SingleOrDefaultAsync(s => s.Id == id);

    [HttpPost("confirm")]
    public async Task<IActionResult> Create(int id)
    {
        if (await FindAsync(id) is not { } study) return NotFound();

        study.Confirm(db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("The self-study is confirmed, and its member is told.", nameof(HourDeskController.Index), "HourDesk");
    }

    [HttpGet("turn-down")]
    public async Task<IActionResult> Delete(int id)
    {
        if (await FindAsync(id) is not { } study) return NotFound();

        ViewBag.Study = study;
        return View(new TurnDownForm());
    }

    [HttpPost("turn-down")]
    public async Task<IActionResult> Delete(int id, TurnDownForm form)
    {
        if (await FindAsync(id) is not { } study) return NotFound();

        ViewBag.Study = study;
        study.TurnDown(form.Reason, db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("The self-study is turned down, and its member reads why.", nameof(HourDeskController.Index), "HourDesk");
    }
}
