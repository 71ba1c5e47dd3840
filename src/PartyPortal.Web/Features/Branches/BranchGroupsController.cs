using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Branches;

/// <summary>The groups inside one branch, as its secretaries keep them.</summary>
[Route("branches/{branchId:int}/groups"), Authorize(Policies.ManagePeople)]
public sealed class BranchGroupsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int branchId)
    {
        if (await FindBranchAsync(branchId) is not { } branch) return NotFound();

        var groups = db.BranchGroups.Where(g => g.BranchId == branchId && g.Gone == 0).OrderBy(g => g.Name);
        return View(new BranchGroupList(branchId, branch.Name, await groups.Select(g => new BranchGroupRow(g.Id, g.Name, db.People.Count(p => p.GroupId == g.Id))).ToListAsync()));
    }

    [HttpGet("create")]
    public async Task<IActionResult> Create(int branchId) => await FindBranchAsync(branchId) is null ? NotFound() : View(new GroupForm());

    [HttpPost("create")]
    public async Task<IActionResult> Create(int branchId, GroupForm form)
    {
        if (await FindBranchAsync(branchId) is not { } branch) return NotFound();

        await RefuseTakenNameAsync(branchId, form.Name, except: 0);
        db.Add(new BranchGroup(branch, form.Name.Trim()));
        await db.SaveChangesAsync();

        return this.Done("The group has been added.", nameof(Index), new { branchId });
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int branchId, int id) =>
        await FindAsync(branchId, id) is { } group ? View(new GroupForm { Name = group.Name, Version = group.Version }) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int branchId, int id, GroupForm form)
    {
        if (await FindAsync(branchId, id) is not { } group) return NotFound();

        await RefuseTakenNameAsync(branchId, form.Name, except: id);
        db.Expect(group, form.Version);
        group.Rename(form.Name.Trim());
        await db.SaveChangesAsync();

        return this.Done("The group has been saved.", nameof(Index), new { branchId });
    }

    [HttpPost("{id:int}/dissolve")]
    public async Task<IActionResult> Dissolve(int branchId, int id)
    {
        if (await FindAsync(branchId, id) is not { } group) return NotFound();

        foreach (var person in await db.People.Where(p => p.GroupId == id).ToListAsync()) person.LeaveGroup();
        group.Dissolve(clock.Today());
        await db.SaveChangesAsync();

        return this.Done("The group has been dissolved. Its people stay in the branch.", nameof(Index), new { branchId });
    }

    private Task<Branch?> FindBranchAsync(int id)
    {
        var reach = db.Viewer.Path;
        return db.Branches.SingleOrDefaultAsync(b => b.Id == id && b.Kind == BranchKind.Branch && b.Path.StartsWith(reach));
    }

    private async Task<BranchGroup?> FindAsync(int branchId, int id) =>
        await FindBranchAsync(branchId) is null ? null : await db.BranchGroups.SingleOrDefaultAsync(g => g.Id == id && g.BranchId == branchId);

    private async Task RefuseTakenNameAsync(int branchId, string name, int except)
    {
        var wanted = name.Trim();
        if (await db.BranchGroups.AnyAsync(g => g.BranchId == branchId && g.Name == wanted && g.Gone == 0 && g.Id != except))
            throw new RuleBrokenException("This branch already has a group of this name.") { Field = nameof(GroupForm.Name) };
    }
}

public sealed class GroupForm : IForm
{
    [Display(Name = "Name"), Required, StringLength(BranchGroup.NameMaxLength)]
    public string Name { get; set; } = "";

    public Guid Version { get; set; }
}

public sealed record BranchGroupRow(int Id, string Name, int People);

public sealed record BranchGroupList(int BranchId, string Branch, IReadOnlyList<BranchGroupRow> Groups);
