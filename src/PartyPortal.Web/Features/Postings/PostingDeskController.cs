using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Postings;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Postings;

/// <summary>Postings as they are prepared, put up, approved and kept with their results.</summary>
[Route("desk/postings"), Authorize(Policies.ManagePostings)]
public sealed class PostingDeskController(PortalDb db, CurrentSettings settings) : Controller
{
    private readonly PostingDraft _draft = new(db, settings);

    private IQueryable<Posting> Own => db.Postings.Where(p => p.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index(PostingState? state, string? after)
    {
        ViewData["State"] = state;
        return View(await PostingSearch.ListAsync(state is null ? Own : Own.Where(p => p.State == state), after));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) => await PostingSearch.PageAsync(db, Own, id) is { } page ? View(page) : NotFound();

    [HttpGet("new")]
    public async Task<IActionResult> Create(PostingStart start)
    {
        start.BranchId ??= db.Viewer.OnlyBranchId;
        if (start.BranchId is null || start.Kind is null) return View("Start", start);

        return await _draft.BranchAsync(start.BranchId) is { } branch ? View(PostingForm.Of(branch, start.Kind.Value, db.Today)) : NotFound();
    }

    [HttpPost("new")]
    public async Task<IActionResult> Create(PostingForm form)
    {
        var posting = await _draft.BeginAsync(form);
        db.Add(posting);
        await db.SaveChangesAsync();
        return this.Done("The draft is saved. Look at it as its readers will, then put it up.", nameof(Details), new { id = posting.Id });
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id) => await Own.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is { } posting ? View(PostingForm.For(posting)) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, PostingForm form)
    {
        if (await db.FindToChangeAsync<Posting>(id) is not { } posting) return NotFound();

        await _draft.ReviseAsync(posting, form);
        await db.SaveChangesAsync();
        return this.Done("The draft is saved. Look at it as its readers will, then put it up.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/publish")]
    public async Task<IActionResult> Publish(int id)
    {
        if (await db.FindToChangeAsync<Posting>(id) is not { } posting) return NotFound();

        posting.Publish(db.Viewer, await _draft.ClockAsync());
        await db.SaveChangesAsync();
        return posting.State is PostingState.AwaitingApproval
            ? this.Done("A second person must now approve the posting.", nameof(Details), new { id })
            : this.Done("The posting is up from its first day to its last counted one.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/approve"), Authorize(Policies.ReviewPostings)]
    public async Task<IActionResult> Approve(int id)
    {
        if (await db.FindToChangeAsync<Posting>(id) is not { } posting) return NotFound();

        posting.Approve(db.Viewer, await _draft.ClockAsync());
        await db.SaveChangesAsync();
        return this.Done("The posting is up from its first day to its last counted one.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/discard")]
    public async Task<IActionResult> Discard(int id)
    {
        if (await db.FindToChangeAsync<Posting>(id) is not { } posting) return NotFound();

        posting.RequireDiscardable();
        db.Remove(posting);
        await db.SaveChangesAsync();
        return this.Done("The draft is discarded.", nameof(Index));
    }
}
