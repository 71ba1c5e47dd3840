using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Study;

/// <summary>Materials on their way to readers, and away from them.</summary>
[Route("desk/study"), Authorize(Policies.ManageStudy)]
public sealed class StudyReleaseController(PortalDb db, IFileStore files, TimeProvider clock) : Controller
{
    private const string Desk = "StudyDesk";

    private IQueryable<StudyMaterial> Own => db.StudyMaterials.Where(m => m.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("approvals"), Authorize(Policies.ReviewStudy)]
    public async Task<IActionResult> Approvals(string? after) => View(await new StudySearch { State = StudyState.AwaitingApproval, After = after }.PageAsync(db, Own));

    [HttpGet("{id:int}/publish")]
    public async Task<IActionResult> Publish(int id) =>
        await Own.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id) is { } material ? View(new PublishStudyForm { Faults = files.FaultsOf(material) }) : NotFound();

    [HttpPost("{id:int}/publish")]
    public async Task<IActionResult> Publish(int id, PublishStudyForm form)
    {
        if (await db.FindToChangeAsync<StudyMaterial>(id) is not { } material) return NotFound();

        form.Faults = files.FaultsOf(material);
        material.Publish(db.Viewer, clock.UtcNow(), form.Exemption, form.Faults);
        await db.SaveChangesAsync();
        return material.State is StudyState.AwaitingApproval
            ? this.Done("A second person must now approve the material.", nameof(StudyDeskController.Details), Desk, new { id })
            : this.Done("The material is published.", nameof(StudyDeskController.Details), Desk, new { id });
    }

    [HttpPost("{id:int}/approve"), Authorize(Policies.ReviewStudy)]
    public async Task<IActionResult> Approve(int id)
    {
        if (await db.FindToChangeAsync<StudyMaterial>(id) is not { } material) return NotFound();

        material.Approve(db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The material is published.", nameof(StudyDeskController.Details), Desk, new { id });
    }

    [HttpGet("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id) => await Own.AnyAsync(m => m.Id == id) ? View(new WithdrawStudyForm()) : NotFound();

    [HttpPost("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, WithdrawStudyForm form)
    {
        if (await db.FindToChangeAsync<StudyMaterial>(id) is not { } material) return NotFound();

        material.Withdraw(form.Reason);
        await db.SaveChangesAsync();
        return this.Done("The material is withdrawn.", nameof(StudyDeskController.Details), Desk, new { id });
    }
}
