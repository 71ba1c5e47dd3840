using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Branches;

/// <summary>The public directory: one level of the tree at a time, so that 2,000 branches stay readable.</summary>
[Route("branches"), AllowAnonymous]
public sealed class BranchesController(PortalDb db, TimeProvider clock) : Controller
{
    private const int MostFound = 100;

    [HttpGet(""), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Index(string? words)
    {
        var isSearch = !string.IsNullOrWhiteSpace(words);
        var branches = db.Branches.Where(b => b.Gone == 0);
        var found = await (isSearch ? branches.Called(words) : branches.Where(b => b.ParentId == null)).OrderBy(b => b.CodeKey).Take(MostFound).Select(BranchRow.From).ToListAsync();
        if (found is [var top] && !isSearch) return await Details(top.Id);

        return View(new BranchList(words, found, IsCut: found.Count == MostFound));
    }

    [HttpGet("{id:int}"), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Details(int id) =>
        await BranchPage.FindAsync(db, id, clock.Today()) is { } page ? View(nameof(Details), page) : NotFound();
}
