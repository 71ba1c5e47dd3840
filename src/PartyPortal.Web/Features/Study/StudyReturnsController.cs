using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Study;

/// <summary>A reviewer gives a material back to be mended, and says why.</summary>
[Route("desk/study/{id:int}/return"), Authorize(Policies.ReviewStudy)]
public sealed class StudyReturnsController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int id) =>
        await db.StudyMaterials.AnyAsync(m => m.Id == id && m.Branch.Path.StartsWith(db.Viewer.Path)) ? View(new ReturnStudyForm()) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, ReturnStudyForm form)
    {
        if (await db.FindToChangeAsync<StudyMaterial>(id) is not { } material) return NotFound();

        material.SendBack(form.Reason, db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("It is sent back. Its author finds it on the to-do list and reads your reason.", nameof(StudyDeskController.Details), "StudyDesk", new { id });
    }
}

public sealed class ReturnStudyForm : IForm
{
    [Display(Name = "What is to be mended"), Required, StringLength(StudyMaterial.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }
}
