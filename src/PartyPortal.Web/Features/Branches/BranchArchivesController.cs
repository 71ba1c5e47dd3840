using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Branches;

/// <summary>Puts an organisation away without losing it, and takes it up again.</summary>
[Route("admin/branches/{id:int}"), Authorize(Policies.ManageBranches)]
public sealed class BranchArchivesController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpPost("archive")]
    public async Task<IActionResult> Create(int id)
    {
        if (await db.Branches.Include(b => b.Children).SingleOrDefaultAsync(b => b.Id == id) is not { } branch) return NotFound();
        if (await db.HasPeopleAsync(id)) throw new RuleBrokenException("{0} still has people. Transfer them first.", branch.Name);

        branch.Archive(clock.Today());
        await db.SaveChangesAsync();

        return this.Done("The organisation has been archived. It can be restored.", "Details", "Branches", new { id });
    }

    [HttpPost("restore")]
    public async Task<IActionResult> Delete(int id)
    {
        if (await db.Branches.Include(b => b.Parent).SingleOrDefaultAsync(b => b.Id == id) is not { } branch) return NotFound();

        await db.RefuseTakenCodeAsync(branch.Code, except: id);
        branch.Restore();
        await db.SaveChangesAsync();

        return this.Done("The organisation is in use again.", "Details", "Branches", new { id });
    }
}
