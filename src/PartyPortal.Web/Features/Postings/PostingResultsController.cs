using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Postings;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Postings;

/// <summary>What came of a posting: after its last counted day, or a withdrawal at any time.</summary>
[Route("desk/postings/{id:int}/result"), Authorize(Policies.ManagePostings)]
public sealed class PostingResultsController(PortalDb db, CurrentSettings settings) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int id) =>
        await db.Postings.AnyAsync(p => p.Id == id && p.Branch.Path.StartsWith(db.Viewer.Path)) ? View(new PostingResultForm()) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, PostingResultForm form)
    {
        if (await db.FindToChangeAsync<Posting>(id) is not { } posting) return NotFound();

        posting.Close(form.Result!.Value, form.Note, db.Viewer, await db.PostingClockAsync(settings.Now));
        await db.SaveChangesAsync();
        return this.Done("The result is recorded, and readers find the posting nowhere any more.", nameof(PostingDeskController.Details), "PostingDesk", new { id });
    }
}
