using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Calendar;

/// <summary>The days that concern a person, and the address under which their other programs read them.</summary>
[Route("desk/calendar"), Authorize(Policies.SignedIn)]
public sealed class CalendarController(PortalDb db, Waiting waiting, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CalendarSpan? span, string? day)
    {
        var shown = CalendarDays.Of(span, day, clock.Today());
        return View(await CalendarPage.ReadAsync(db, shown, await waiting.FindDaysAsync(shown.From, shown.Until)));
    }

    /// <summary>Makes the address, or another one in its place. It is shown now and never again, so there is nothing to go on to.</summary>
    [HttpPost("feed")]
    public async Task<IActionResult> Renew()
    {
        var me = db.Viewer.AccountId!;
        if (await db.CalendarFeeds.SingleOrDefaultAsync(f => f.AccountId == me) is not { } feed) db.Add(feed = new CalendarFeed(me));

        var token = feed.Renew(clock.Today());
        db.Record("CalendarFeed.Made");
        await db.SaveChangesAsync();
        // Written by hand: routing would log the token.
        return View("Address", SiteAddress.Origin(Request) + Url.Content($"~/calendar/{token}.ics"));
    }

    [HttpPost("feed/end")]
    public async Task<IActionResult> End()
    {
        db.RemoveRange(await db.CalendarFeeds.Where(f => f.AccountId == db.Viewer.AccountId).ToListAsync());
        db.Record("CalendarFeed.Ended");
        await db.SaveChangesAsync();
        return this.Done("The address leads nowhere any more.", nameof(Index));
    }
}
