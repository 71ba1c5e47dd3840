using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>Entries of "you said, we did" as they are written, approved and withdrawn.</summary>
[Route("desk/deeds"), Authorize(Policies.AnswerFeedback)]
public sealed class DeedDeskController(PortalDb db, TimeProvider clock) : Controller
{
    private IQueryable<Deed> Own => db.Deeds.Where(d => d.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index(DeedSearch search) => View(await search.RunAsync(Own));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) => await Own.Include(d => d.Branch).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id) is { } deed ? View(deed) : NotFound();

    [HttpGet("new")]
    public IActionResult Create() => View(new DeedForm { BranchId = db.Viewer.Acting?.BranchId });

    [HttpPost("new")]
    public async Task<IActionResult> Create(DeedForm form)
    {
        if (!await db.Branches.AnyAsync(b => b.Id == form.BranchId && b.Gone == 0 && b.Path.StartsWith(db.Viewer.Path)))
            throw new RuleBrokenException("Choose an organisation of your own.") { Field = nameof(form.BranchId) };

        var deed = new Deed(form.BranchId!.Value, form.Said, form.Did, form.DoneOn!.Value, db.Viewer, clock.Today());
        db.Add(deed);
        await db.SaveChangesAsync();
        return this.Done("The draft is saved.", nameof(Details), new { id = deed.Id });
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id) => await Own.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id) is { } deed
        ? View(new DeedForm { BranchId = deed.BranchId, Said = deed.Said, Did = deed.Did, DoneOn = deed.DoneOn, Version = deed.Version })
        : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, DeedForm form)
    {
        if (await db.FindToChangeAsync<Deed>(id) is not { } deed) return NotFound();

        db.Expect(deed, form.Version);
        deed.Revise(form.Said, form.Did, form.DoneOn!.Value, db.Viewer, clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The draft is saved.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/submit")]
    public async Task<IActionResult> Submit(int id)
    {
        if (await db.FindToChangeAsync<Deed>(id) is not { } deed) return NotFound();

        deed.Submit(db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("A second person must now approve the entry.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/approve"), Authorize(Policies.ReviewNotices)]
    public async Task<IActionResult> Approve(int id)
    {
        if (await db.FindToChangeAsync<Deed>(id) is not { } deed) return NotFound();

        deed.Approve(db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("The entry is published.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id)
    {
        if (await db.FindToChangeAsync<Deed>(id) is not { } deed) return NotFound();

        deed.Withdraw();
        await db.SaveChangesAsync();
        return this.Done("The entry is withdrawn.", nameof(Details), new { id });
    }
}
