using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Circles;

/// <summary>Words that the office takes out, with a reason that their writer reads.</summary>
[Route("desk/circles/{id:int}/words/{word:int}/remove"), Authorize(Policies.ManageCircles)]
public sealed class CircleRemovalsController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int id, int word) => await FindAsync(id, word) is null ? NotFound() : View(new CircleRemovalForm());

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int word, CircleRemovalForm form)
    {
        if (await FindAsync(id, word) is not { } found) return NotFound();

        found.Remove(form.Reason);
        await db.SaveChangesAsync();
        return this.Done("It is taken out. Whoever wrote it reads your reason.", nameof(CirclesController.Details), "Circles", new { id });
    }

    private Task<CircleWord?> FindAsync(int id, int word) => db.CircleWords.SingleOrDefaultAsync(w => w.Id == word && w.Week.CircleId == id && w.BranchId == db.Viewer.SpeaksForBranchId);
}
