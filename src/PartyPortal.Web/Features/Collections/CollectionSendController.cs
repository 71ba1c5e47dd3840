using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Collections;
using PartyPortal.Domain;
using PartyPortal.Domain.Collections;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Collections;

/// <summary>Before those chosen are asked: how many, who cannot answer, and who was asked often already.</summary>
[Route("desk/collections/{id:int}/send"), Authorize(Policies.ManageCollections)]
public sealed class CollectionSendController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    private Collection _collection = null!;
    private AskedList _asked = new([], []);
    private BurdenMeter _meter = new([], 0);

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var id = (int)context.ActionArguments["id"]!;
        if (await db.Collections.AskedBy(db.Viewer).Include(c => c.Branch).SingleOrDefaultAsync(c => c.Id == id && c.State == CollectionState.Draft) is not { } collection)
        {
            context.Result = NotFound();
            return;
        }

        _collection = collection;
        var trouble = await LookAsync();
        ViewData["Page"] = new SendPage(collection.Id, collection.Title, _asked.All.Count, _asked.Unreachable, _meter, trouble);
        await next();
    }

    [HttpGet("")]
    public IActionResult Create(int id) => View(new SendForm());

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, SendForm form)
    {
        _collection.Open(_asked.All, _meter.IsBeyond, form.Reason, db.Viewer, clock.UtcNow());
        if (_meter.IsBeyond) db.Record("Collection.BeyondLimit", $"Collection {id}", form.Reason);
        await db.SaveChangesAsync();
        return this.Done("Those chosen are asked. They are told within a minute.", nameof(CollectionDeskController.Details), "CollectionDesk", new { id });
    }

    /// <returns>Why nobody can be asked yet; null where they can.</returns>
    private async Task<RuleBrokenException?> LookAsync()
    {
        try
        {
            var content = new CollectionContent(_collection.Title, _collection.Body, _collection.Reach, _collection.DueAt) { Stages = _collection.Stages, Chosen = _collection.Chosen };
            _asked = await new AskedOnes(db, clock.Today()).FindAsync(_collection.BranchId, content);
            _meter = await BurdenMeter.ReadAsync(db, _asked, settings.Now.AsksPerMonth, clock.Today());
            return null;
        }
        catch (RuleBrokenException unknown)
        {
            // Who was named when the draft was written has left meanwhile.
            return unknown;
        }
    }
}

/// <summary>Branches that were asked as often as the limit says already, with how often.</summary>
public sealed record BurdenMeter(IReadOnlyList<(string Branch, int Count)> Beyond, int Limit)
{
    public bool IsBeyond => Beyond.Count > 0;

    /// <summary>The most that one of them has had this month.</summary>
    public int Most { get; private init; }

    internal static async Task<BurdenMeter> ReadAsync(PortalDb db, AskedList asked, int limit, DateOnly today)
    {
        var ids = asked.All.Select(a => a.BranchId).Distinct().ToList();
        var counts = await db.BurdenAsync(ids, PortalClock.ToUtc(new DateTime(today.Year, today.Month, 1)));
        var names = await db.Branches.Where(b => ids.Contains(b.Id)).OrderBy(b => b.Path).Select(b => new { b.Id, b.Name }).ToListAsync();
        return new BurdenMeter([.. names.Where(b => counts[b.Id] >= limit).Select(b => (b.Name, counts[b.Id]))], limit) { Most = counts.Values.DefaultIfEmpty().Max() };
    }
}

public sealed record SendPage(int Id, string Title, int Count, IReadOnlyList<string> Unreachable, BurdenMeter Meter, RuleBrokenException? Trouble);
