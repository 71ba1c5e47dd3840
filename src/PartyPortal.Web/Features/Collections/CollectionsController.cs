using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Collections;
using PartyPortal.Domain.Collections;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Collections;

/// <summary>What somebody is asked for, and what they handed in.</summary>
[Route("collections"), Authorize(Policies.SignedIn)]
public sealed class CollectionsController(PortalDb db, TimeProvider clock) : Controller
{
    private const int MostShown = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var mine = db.CollectionAnswers.AskedOf(db.Viewer);
        var toGive = await RowsAsync(mine.ToGive().OrderBy(a => a.Collection.DueAt).ThenBy(a => a.Id));
        var others = await RowsAsync(mine.Where(a => a.State == AnswerState.HandedIn || a.Collection.State == CollectionState.Closed).OrderByDescending(a => a.Id));
        return View(new CollectionList(toGive, others, clock.UtcNow()));
    }

    private static Task<List<AskedOf>> RowsAsync(IQueryable<CollectionAnswer> answers) => answers.Take(MostShown)
        .Select(a => new AskedOf(a.CollectionId, a.Collection.Title, a.Branch.Name, a.PersonId == null ? a.Name : null, a.State, a.Collection.State, a.Collection.DueAt)).ToListAsync();
}

/// <param name="Id">The collection's.</param>
/// <param name="Title">The collection's.</param>
/// <param name="By">Who asks.</param>
/// <param name="For">The organisation to be answered for; null for oneself.</param>
/// <param name="State">How far the answer is.</param>
/// <param name="Collection">How far the collection is.</param>
/// <param name="DueAt">Until when.</param>
public sealed record AskedOf(int Id, string Title, string By, string? For, AnswerState State, CollectionState Collection, DateTime DueAt);

public sealed record CollectionList(IReadOnlyList<AskedOf> ToGive, IReadOnlyList<AskedOf> Others, DateTime Now);
