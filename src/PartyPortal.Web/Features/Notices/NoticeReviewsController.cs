using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Notices;

/// <summary>A second person reads a notice as its readers will, and approves it or sends it back with a reason.</summary>
[Route("desk/notices/{id:int}/review"), Authorize(Policies.ReviewNotices)]
public sealed class NoticeReviewsController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Details(int id)
    {
        var notice = await db.Notices.Where(n => n.Branch.Path.StartsWith(db.Viewer.Path))
            .Include(n => n.Branch).Include(n => n.Attachments).Include(n => n.Steps).AsNoTracking().SingleOrDefaultAsync(n => n.Id == id);
        return notice is null ? NotFound() : View(notice);
    }

    [HttpPost("approval")]
    public async Task<IActionResult> Approve(int id, Guid version)
    {
        if (await FindAsync(id, version) is not { } notice) return NotFound();

        notice.Approve(db.Viewer, clock.UtcNow(), settings.Now.InternetNeedsTwo ? 2 : 1);
        await db.SaveChangesAsync();
        if (notice.State is NoticeState.AwaitingApproval) return this.Done("One of two approvals is given. Somebody else gives the other.", nameof(Details), new { id });

        return this.Done("The notice is published, or will be at its time.", nameof(NoticeDeskController.Details), "NoticeDesk", new { id });
    }

    [HttpPost("return")]
    public async Task<IActionResult> SendBack(int id, SendBackForm form)
    {
        if (await FindAsync(id, form.Version) is not { } notice) return NotFound();

        notice.SendBack(form.Reason, db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The notice is sent back. Its author is told and reads your reason.", nameof(NoticeDeskController.Details), "NoticeDesk", new { id });
    }

    private async Task<Notice?> FindAsync(int id, Guid seen)
    {
        var notice = await db.FindToChangeAsync<Notice>(id);
        if (notice is { State: NoticeState.AwaitingApproval } && notice.Version != seen) throw new RuleBrokenException("The notice was changed after you opened it. Read it again, then decide.");

        return notice;
    }
}

/// <summary>Not versioned as an edit is: the reviewer overwrites nothing, but decides on what was read alone.</summary>
public sealed class SendBackForm : IForm
{
    [Display(Name = "What is to be mended"), Required, StringLength(NoticeReviewStep.TextMaxLength)]
    public string? Reason { get; set; }

    public Guid Version { get; set; }
}
