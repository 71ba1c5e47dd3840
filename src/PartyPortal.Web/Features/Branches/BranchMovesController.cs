using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Branches;

/// <summary>Moves an organisation with all below it: choose the place, see what moves along, confirm.</summary>
[Route("admin/branches/{id:int}/move"), Authorize(Policies.ManageBranches)]
public sealed class BranchMovesController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int id)
    {
        if (await db.Branches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) is not { } branch) return NotFound();

        return View(new MoveForm { Version = branch.Version });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, MoveForm form)
    {
        if (await SubtreeOfAsync(id) is not [var branch, ..] subtree) return NotFound();
        if (await db.Branches.FindAsync(form.ParentId) is not { } parent) return NotFound();

        var move = new Move(form, branch.Name, branch.Parent?.Name, parent.Name, subtree.Count - 1, await db.CountPeopleBelowAsync(branch.Path));
        db.Expect(branch, form.Version);
        branch.MoveUnder(parent, clock.Today());
        if (!form.IsLookedAt) return View("Confirm", move);

        await db.SaveChangesAsync();
        return this.Done("The organisation has been moved with all below it.", "Details", "Branches", new { id });
    }

    /// <summary>The branch first, then all below it: all their paths change in the same save.</summary>
    private async Task<List<Branch>> SubtreeOfAsync(int id)
    {
        var path = await db.Branches.Where(b => b.Id == id).Select(b => b.Path).SingleOrDefaultAsync();
        return path is null ? [] : await db.Branches.Include(b => b.Parent).Include(b => b.Periods).Where(b => b.Path.StartsWith(path)).OrderBy(b => b.Path).ToListAsync();
    }
}

/// <summary>What a move would do. People is a figure, no list: the keeper of the tree sees no people.</summary>
public sealed record Move(MoveForm Form, string Name, string? From, string To, int Below, int People);
