using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Branches;

/// <summary>The organisation tree, as its office and the system administrator keep it.</summary>
[Route("admin/branches"), Authorize(Policies.ManageBranches)]
public sealed class ManagedBranchesController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(BranchSearch search) => View(new ManagedBranchList(search, await search.FindAsync(db)));

    [HttpGet("create")]
    public IActionResult Create(int? parentId) => View(new NewBranchForm { FoundedOn = clock.Today(), ParentId = parentId });

    [HttpPost("create")]
    public async Task<IActionResult> Create(NewBranchForm form)
    {
        await db.RefuseTakenCodeAsync(form.Code, except: 0);
        var parent = await db.Branches.SingleOrDefaultAsync(b => b.Id == form.ParentId);
        var branch = new Branch(form.Code.Trim(), form.Name.Trim(), form.Kind!.Value, parent, form.FoundedOn!.Value);
        form.ApplyTo(branch, clock.Today());
        db.Add(branch);
        await db.SaveChangesAsync();

        return this.Done("The organisation has been added.", "Details", "Branches", new { branch.Id });
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id) =>
        await db.Branches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) is { } branch ? View(BranchForm.For(branch)) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, BranchForm form)
    {
        if (await db.Branches.Include(b => b.Parent).Include(b => b.Periods).SingleOrDefaultAsync(b => b.Id == id) is not { } branch) return NotFound();

        await db.RefuseTakenCodeAsync(form.Code, except: id);
        db.Expect(branch, form.Version);
        form.ApplyTo(branch, clock.Today());
        await db.SaveChangesAsync();

        return this.Done("The organisation has been saved.", "Details", "Branches", new { id });
    }
}
