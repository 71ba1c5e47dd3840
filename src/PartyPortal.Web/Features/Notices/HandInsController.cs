using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Notices;

/// <summary>An author asks a second person to look at a notice: for the Internet this must be, elsewhere it may.</summary>
[Route("desk/notices/{id:int}/hand-in"), Authorize(Policies.ManageNotices)]
public sealed class HandInsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int id) =>
        await db.Notices.AnyAsync(n => n.Id == id && n.Branch.Path.StartsWith(db.Viewer.Path)) ? View(new HandInForm()) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, HandInForm form)
    {
        if (await db.FindToChangeAsync<Notice>(id) is not { } notice) return NotFound();

        notice.HandIn(form.Word, db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("A second person must now approve the notice.", nameof(NoticeDeskController.Details), "NoticeDesk", new { id });
    }
}

public sealed class HandInForm : IForm
{
    [Display(Name = "A word to the reviewer"), StringLength(NoticeReviewStep.TextMaxLength)]
    public string? Word { get; set; }
}
