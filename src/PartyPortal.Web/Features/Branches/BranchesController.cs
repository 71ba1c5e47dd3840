using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Branches;

/// <summary>The public directory: one level of the tree at a time, so that 2,000 branches stay readable.</summary>
[Route("branches"), AllowAnonymous]
public sealed class BranchesController(PortalDb db) : Controller
{
    [HttpGet(""), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Index(string? words)
    {
        var branches = db.Branches.Where(b => b.Gone == 0);
        branches = string.IsNullOrWhiteSpace(words) ? branches.Where(b => b.ParentId == null) : branches.Where(b => b.Name.Contains(words.Trim()) || b.CodeKey == Branch.KeyOf(words));
        var found = await branches.OrderBy(b => b.CodeKey).Take(100).Select(BranchRow.From).ToListAsync();
        if (found is [var top] && string.IsNullOrWhiteSpace(words)) return await Details(top.Id);

        return View(new BranchList(words, found));
    }

    [HttpGet("{id:int}"), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Details(int id)
    {
        if (await db.Branches.AsNoTracking().Include(b => b.Parent).SingleOrDefaultAsync(b => b.Id == id) is not { } branch) return NotFound();

        var below = await db.Branches.Where(b => b.ParentId == branch.Id && b.Gone == 0).OrderBy(b => b.CodeKey).Select(BranchRow.From).ToListAsync();
        return View(nameof(Details), new BranchPage(branch, below));
    }
}

/// <summary>A branch in a list.</summary>
public sealed record BranchRow(int Id, string Code, string Name, BranchKind Kind, bool IsArchived)
{
    public static readonly System.Linq.Expressions.Expression<Func<Branch, BranchRow>> From = b => new BranchRow(b.Id, b.Code, b.Name, b.Kind, b.Gone != 0);
}

public sealed record BranchList(string? Words, IReadOnlyList<BranchRow> Rows);

public sealed record BranchPage(Branch Branch, IReadOnlyList<BranchRow> Below);
