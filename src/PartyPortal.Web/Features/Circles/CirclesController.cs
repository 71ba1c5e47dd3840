using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Circles;

public sealed record CircleRow(int Id, string Title, string Branch, int Weeks, bool IsEnded);

/// <param name="LeftBehind">What the reader said in circles that they do not read along in any more.</param>
public sealed record CirclesPage(IReadOnlyList<CircleRow> Rows, IReadOnlyList<CircleTalk> LeftBehind);

/// <summary>A circle as somebody of it, or the office that keeps it, stands before it.</summary>
/// <param name="MaySpeak">Whether the reader is one of it and it is not ended.</param>
public sealed record CirclePage(ReadingCircle Circle, IReadOnlyList<CircleName> Members, IReadOnlyList<CircleReading> Readings, IReadOnlyList<CircleTalk> Talk, bool MaySpeak);

/// <summary>The circles that somebody reads in. Of any other circle there is nothing to find.</summary>
[Route("circles"), Authorize(Policies.SignedIn)]
public sealed class CirclesController(PortalDb db, TimeProvider clock) : Controller
{
    private IQueryable<ReadingCircle> Mine => db.ReadingCircles.Where(c => c.Members.Any(m => m.PersonId == db.Viewer.PersonId));

    [HttpGet("")]
    public async Task<IActionResult> Index() =>
        View(new CirclesPage(await Mine.OrderBy(c => c.EndedOn != null).ThenByDescending(c => c.Id).Select(c => new CircleRow(c.Id, c.Title, c.Branch.Name, c.Weeks.Count, c.EndedOn != null)).ToListAsync(), await db.LeftBehindAsync()));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        if (await db.ReadingCircles.Include(c => c.Branch).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } circle) return NotFound();

        var maySpeak = circle.EndedOn is null && await Mine.AnyAsync(c => c.Id == id);
        return View(new CirclePage(circle, await db.CircleMembersAsync(id), await db.CircleReadingsAsync(id), await db.CircleTalkAsync(id), maySpeak));
    }

    [HttpGet("{id:int}/weeks/{week:int}")]
    public IActionResult Create(int id, int week) => View(new CircleWordForm());

    [HttpPost("{id:int}/weeks/{week:int}")]
    public async Task<IActionResult> Create(int id, int week, CircleWordForm form)
    {
        await db.SaveOnceAsync(form.SentKey, () => Task.FromResult(new CircleWord((CircleWeek)ViewData["Week"]!, db.Viewer, form.Text, clock.Today()) { SentKey = form.SentKey }));
        return this.Done("It is said.", nameof(Details), new { id });
    }

    /// <summary>Also by whoever does not read along any more.</summary>
    [HttpPost("words/{word:int}/remove")]
    public async Task<IActionResult> Delete(int word)
    {
        if (await db.CircleWords.SingleOrDefaultAsync(w => w.Id == word && w.AccountId == db.Viewer.AccountId) is not { } own) return NotFound();

        var circle = await Mine.Where(c => c.Weeks.Any(w => w.Id == own.WeekId)).Select(c => (int?)c.Id).SingleOrDefaultAsync();
        db.Remove(own);
        await db.SaveChangesAsync();
        return circle is null ? this.Done("Your words are gone.", nameof(Index)) : this.Done("Your words are gone.", nameof(Details), new { id = circle });
    }

    // Before the form is looked at: it stands beside what it is about, new or refused, and for those alone who read along.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var asked = context.ActionArguments;
        if (asked.TryGetValue("week", out var week) && (ViewData["Week"] = await WeekAsync((int)asked["id"]!, (int)week!)) is null) context.Result = NotFound();
        else await next();
    }

    private async Task<CircleWeek?> WeekAsync(int id, int week) =>
        await Mine.AnyAsync(c => c.Id == id) ? await db.CircleWeeks.Include(w => w.Circle).Include(w => w.Material).SingleOrDefaultAsync(w => w.Id == week && w.CircleId == id) : null;
}
