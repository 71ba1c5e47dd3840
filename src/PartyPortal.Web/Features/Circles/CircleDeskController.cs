using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Circles;

public sealed record CircleDeskPage(ReadingCircle Circle, IReadOnlyList<CircleName> Members, IReadOnlyList<CircleReading> Readings);

/// <summary>Circles as the office keeps them that began them. No office above sees them.</summary>
[Route("desk/circles"), Authorize(Policies.ManageCircles)]
public sealed class CircleDeskController(PortalDb db, TimeProvider clock) : Controller
{
    private IQueryable<ReadingCircle> Own => db.ReadingCircles.Where(c => c.BranchId == db.Viewer.SpeaksForBranchId);

    [HttpGet("")]
    public async Task<IActionResult> Index() =>
        View(await Own.OrderBy(c => c.EndedOn != null).ThenByDescending(c => c.Id).Select(c => new CircleRow(c.Id, c.Title, c.Branch.Name, c.Weeks.Count, c.EndedOn != null)).ToListAsync());

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) => await Own.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is { } circle
        ? View(new CircleDeskPage(circle, await db.CircleMembersAsync(id), await db.CircleReadingsAsync(id)))
        : NotFound();

    [HttpGet("new")]
    public IActionResult Create() => View(new CircleForm());

    [HttpPost("new")]
    public async Task<IActionResult> Create(CircleForm form)
    {
        var circle = await db.SaveOnceAsync(form.SentKey, () => Task.FromResult(new ReadingCircle(db.Viewer.SpeaksForBranchId!.Value, form.Title, form.Purpose) { SentKey = form.SentKey }));
        return this.Done("The circle is there. Say who reads along, and what is read.", nameof(Details), new { id = circle.Id });
    }

    [HttpGet("{id:int}/end")]
    public async Task<IActionResult> End(int id) => await Own.SingleOrDefaultAsync(c => c.Id == id && c.EndedOn == null) is { } circle
        ? View("Confirm", new Confirm(Sentence.Key("End this circle?"), circle.Title, Sentence.Key("Nobody says anything more there, and it cannot be opened again. What was said can be read for a year, then it is deleted."), Sentence.Key("End the circle"), Url.Action(nameof(Details), new { id })))
        : NotFound();

    [HttpPost("{id:int}/end"), ActionName(nameof(End))]
    public async Task<IActionResult> EndNow(int id)
    {
        if (await db.FindCircleToChangeAsync(id) is not { } circle) return NotFound();

        circle.End(clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The circle is ended. What was said can be read for a year.", nameof(Details), new { id });
    }
}
