using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Study;

/// <summary>Where a learner goes on, and what they call done. Nobody else reads it.</summary>
[Route("study/{id:int}"), Authorize(Policies.SignedIn)]
public sealed class StudyProgressController(PortalDb db) : Controller
{
    [HttpPost("done")]
    public async Task<IActionResult> Create(int id) =>
        await db.KeepProgressAsync(id, p => p.MarkDone()) ? this.Done("You have marked this material as done.", nameof(StudyController.Details), "Study", new { id }) : NotFound();

    [HttpPost("done/undo")]
    public async Task<IActionResult> Delete(int id) =>
        await db.KeepProgressAsync(id, p => p.MarkUndone()) ? this.Done("This material is no longer marked as done.", nameof(StudyController.Details), "Study", new { id }) : NotFound();

    /// <summary>Asked by the player: the second, or the page.</summary>
    [HttpPut("position")]
    public async Task<IActionResult> Update(int id, [FromForm] int at) =>
        await db.KeepProgressAsync(id, p => p.MoveTo(at)) ? NoContent() : NotFound();
}
