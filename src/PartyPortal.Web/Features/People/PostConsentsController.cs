using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

/// <summary>The own name beside the own post on the organisation's public page: given and taken back by its holder alone.</summary>
[Route("me/posts/{id:int}/name"), Authorize(Policies.SignedIn)]
public sealed class PostConsentsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        var me = db.Viewer.AccountId;
        if (await db.RoleGrants.SingleOrDefaultAsync(g => g.Id == id && g.AccountId == me) is not { } grant) return NotFound();

        if (!await db.PostConsents.AnyAsync(c => c.GrantId == id)) db.Add(new PostConsent(grant, clock.Today()));
        await db.SaveChangesAsync();
        return this.Done("Your name stands beside your post on the page of the organisation.", nameof(MeController.Index), "Me");
    }

    [HttpPost("take-back")]
    public async Task<IActionResult> Delete(int id)
    {
        var me = db.Viewer.AccountId;
        if (await db.PostConsents.SingleOrDefaultAsync(c => c.GrantId == id && c.AccountId == me) is not { } consent) return NotFound();

        db.Remove(consent);
        await db.SaveChangesAsync();
        return this.Done("Your name is gone from the page of the organisation.", nameof(MeController.Index), "Me");
    }
}
