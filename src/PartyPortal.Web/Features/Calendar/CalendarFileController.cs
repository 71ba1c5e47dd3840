using System.Security.Cryptography;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;
using PartyPortal.Web.Shared.TagHelpers;
using Todo = PartyPortal.Domain.Todos.Todo;

namespace PartyPortal.Web.Features.Calendar;

/// <summary>The own calendar as other programs read it (RFC 5545). Whoever has the address has it, so it names no title and nobody.</summary>
[Route("calendar/{token}.ics"), AllowAnonymous, EnableRateLimiting(RateLimits.Code)]
public sealed class CalendarFileController(PortalDb db, CurrentViewer current, Waiting waiting, IStringLocalizer<Text> text, TimeProvider clock) : Controller
{
    private const int DaysBack = 31;
    private const int DaysAhead = 366;

    [HttpGet("")]
    public async Task<IActionResult> Index(string token)
    {
        Response.Headers.CacheControl = "private, no-store";
        if (await OwnerAsync(token) is not { } owner) return Nothing();

        // Nobody is signed in: the address says whose calendar it is, and opens nothing else.
        current.Viewer = owner;
        var list = await waiting.FindDaysAsync(clock.Today().AddDays(-DaysBack), clock.Today().AddDays(DaysAhead));
        var calendar = new Ical.Net.Calendar { ProductId = "-//PartyPortal//Calendar//EN" };
        calendar.Events.AddRange(list.Todos.Select(Event));
        return Content(new CalendarSerializer().SerializeToString(calendar)!, "text/calendar; charset=utf-8");
    }

    private async Task<Viewer?> OwnerAsync(string token)
    {
        var hash = CalendarFeed.HashOf(token);
        // Before anybody is known.
        using var system = current.ActAsSystem();
        var account = await db.CalendarFeeds.Where(f => f.TokenHash == hash).Select(f => f.AccountId).SingleOrDefaultAsync();
        return account is null ? null : await HttpContext.RequestServices.GetRequiredService<ViewerStore>().OfAccountAsync(account, db);
    }

    private CalendarEvent Event(Todo todo) => new()
    {
        Uid = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{todo.Path} {todo.What.Words}")))[..32],
        Summary = text.Say(todo.What.WithoutWords()),
        DtStamp = new CalDateTime(clock.UtcNow()),
        Start = new CalDateTime(todo.Due!.Value),
        Url = new Uri(SiteAddress.Origin(Request) + Url.Action("Open", "Todos", new { to = todo.Path })),
    };

    /// <summary>Not even a page: nothing tells that there ever was such an address.</summary>
    private NotFoundResult Nothing()
    {
        HttpContext.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
        return NotFound();
    }
}
