using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Branches;

/// <summary>The organisation tree, as its office and the system administrator keep it.</summary>
[Route("admin/branches"), Authorize(Policies.ManageBranches)]
public sealed class ManagedBranchesController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("create")]
    public async Task<IActionResult> Create(int? parentId) => View(new BranchForm
    {
        FoundedOn = clock.Today(),
        ParentCode = await db.Branches.Where(b => b.Id == parentId).Select(b => b.Code).SingleOrDefaultAsync(),
    });

    [HttpPost("create")]
    public async Task<IActionResult> Create(BranchForm form)
    {
        await RefuseTakenCodeAsync(form.Code, except: 0);
        var branch = new Branch(form.Code.Trim(), form.Name.Trim(), form.Kind!.Value, await ParentAsync(form.ParentCode), form.FoundedOn!.Value);
        form.ApplyTo(branch, clock.Today());
        db.Add(branch);
        await db.SaveChangesAsync();

        return this.Done("The organisation has been added.", "Details", "Branches", new { branch.Id });
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id) => await FindAsync(id) is { } branch ? View(BranchForm.For(branch)) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, BranchForm form)
    {
        if (await FindAsync(id) is not { } branch) return NotFound();

        await RefuseTakenCodeAsync(form.Code, except: id);
        db.Expect(branch, form.Version);
        form.ApplyTo(branch, clock.Today());
        if (Branch.KeyOf(form.ParentCode ?? "") != (branch.Parent?.CodeKey ?? "")) await MoveAsync(branch, form.ParentCode);
        await db.SaveChangesAsync();

        return this.Done("The organisation has been saved.", "Details", "Branches", new { id });
    }

    [HttpPost("{id:int}/archive")]
    public async Task<IActionResult> Archive(int id)
    {
        if (await db.Branches.Include(b => b.Children).SingleOrDefaultAsync(b => b.Id == id) is not { } branch) return NotFound();
        if (await db.HasPeopleAsync(id)) throw new RuleBrokenException("{0} still has people. Transfer them first.", branch.Name);

        branch.Archive(clock.Today());
        await db.SaveChangesAsync();

        return this.Done("The organisation has been archived. It can be restored.", "Details", "Branches", new { id });
    }

    [HttpPost("{id:int}/restore")]
    public async Task<IActionResult> Restore(int id)
    {
        if (await FindAsync(id) is not { } branch) return NotFound();

        await RefuseTakenCodeAsync(branch.Code, except: id);
        branch.Restore();
        await db.SaveChangesAsync();

        return this.Done("The organisation is in use again.", "Details", "Branches", new { id });
    }

    private Task<Branch?> FindAsync(int id) => db.Branches.Include(b => b.Parent).Include(b => b.Periods).SingleOrDefaultAsync(b => b.Id == id);

    private async Task<Branch?> ParentAsync(string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;

        var key = Branch.KeyOf(code);
        return await db.Branches.SingleOrDefaultAsync(b => b.CodeKey == key && b.Gone == 0)
            ?? throw new RuleBrokenException("No organisation in use has the code {0}.", code) { Field = nameof(BranchForm.ParentCode) };
    }

    private async Task MoveAsync(Branch branch, string? parentCode)
    {
        var parent = await ParentAsync(parentCode) ?? throw new RuleBrokenException("Name the code of the parent.") { Field = nameof(BranchForm.ParentCode) };
        // The whole subtree is loaded: all its paths change in the same save.
        await db.Branches.Where(b => b.Path.StartsWith(branch.Path)).LoadAsync();
        branch.MoveUnder(parent, clock.Today());
    }

    private async Task RefuseTakenCodeAsync(string code, int except)
    {
        var key = Branch.KeyOf(code);
        if (await db.Branches.AnyAsync(b => b.CodeKey == key && b.Gone == 0 && b.Id != except))
            throw new RuleBrokenException("The code {0} is used by another organisation.", code) { Field = nameof(BranchForm.Code) };
    }
}
