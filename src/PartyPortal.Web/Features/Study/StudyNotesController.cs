using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Study;

/// <summary>A learner writes beside a material, or marks a passage in it.</summary>
[Route("study/{id:int}/notes"), Authorize(Policies.SignedIn)]
public sealed class StudyNotesController(PortalDb db) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> Create(int id, string? returnUrl) => await FindAsync(id) is null ? NotFound() : View(new StudyNoteForm { ReturnUrl = returnUrl });

    [HttpPost("new")]
    public async Task<IActionResult> Create(int id, StudyNoteForm form)
    {
        if (await FindAsync(id) is not { } material) return NotFound();

        var me = db.Viewer.AccountId!;
        if (await db.StudyNotes.CountAsync(n => n.MaterialId == id && n.AccountId == me) >= StudyNote.Most) throw new RuleBrokenException("You have {0} notes on this material. Remove some first.", StudyNote.Most);

        db.Add(new StudyNote(material, me, form.Quote, form.Text));
        await db.SaveChangesAsync();
        return this.BackTo(form.ReturnUrl, this.Done("Your note is kept. Only you see it.", nameof(StudyController.Details), "Study", new { id }));
    }

    private Task<StudyMaterial?> FindAsync(int id) => db.StudyMaterials.SingleOrDefaultAsync(m => m.Id == id && m.State == StudyState.Published);
}
