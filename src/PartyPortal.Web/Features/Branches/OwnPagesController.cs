using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Branches;

/// <summary>What an organisation says of itself on its public page: where and when it is reached. Name, code and place in the tree are not its own to change.</summary>
[Route("desk/branches/{id:int}/page"), Authorize(Policies.KeepOwnPage)]
public sealed class OwnPagesController(PortalDb db) : Controller
{
    private IQueryable<Branch> Own => db.Branches.Where(b => b.Gone == 0 && b.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Edit(int id) => await Own.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) is { } branch ? View(OwnPageForm.For(branch)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Edit(int id, OwnPageForm form)
    {
        if (await Own.SingleOrDefaultAsync(b => b.Id == id) is not { } branch) return NotFound();

        db.Expect(branch, form.Version);
        form.ApplyTo(branch);
        await db.SaveChangesAsync();
        return this.Done("The page of the organisation is saved.", nameof(BranchesController.Details), "Branches", new { id });
    }
}
