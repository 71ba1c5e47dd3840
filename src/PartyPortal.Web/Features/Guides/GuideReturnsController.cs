using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Guides;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Guides;

/// <summary>A reviewer gives a guide back to be mended, and says why.</summary>
[Route("desk/guides/{id:int}/return"), Authorize(Policies.ManageGuides), Authorize(Policies.ReviewNotices)]
public sealed class GuideReturnsController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int id) =>
        await db.Guides.AnyAsync(g => g.Id == id && g.Branch.Path.StartsWith(db.Viewer.Path)) ? View(new ReturnGuideForm()) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, ReturnGuideForm form)
    {
        if (await db.FindToChangeAsync<Guide>(id) is not { } guide) return NotFound();

        guide.SendBack(form.Reason, db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("It is sent back. Its author finds it on the to-do list and reads your reason.", nameof(GuideDeskController.Details), "GuideDesk", new { id });
    }
}

public sealed class ReturnGuideForm : IForm
{
    [Display(Name = "What is to be mended"), Required, StringLength(Guide.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }
}
