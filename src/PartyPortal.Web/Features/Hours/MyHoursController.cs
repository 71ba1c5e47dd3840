using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

public sealed record SelfStudyRow(int Id, string Title, DateOnly On, decimal Hours, string Note, SelfStudyState State, string? Reason, string? Helper);

/// <param name="Year">Which is shown.</param>
/// <param name="Years">Those in which there is something.</param>
/// <param name="Needed">What is to be reached; null where nobody asks for any.</param>
/// <param name="RestsOn">The regulation that asks for it.</param>
/// <param name="Hours">What counts.</param>
/// <param name="Open">What was declared or written down by a helper and does not count: it waits, was turned down or objected to.</param>
/// <param name="MakeUps">In place of meetings that were missed.</param>
/// <param name="Today">The portal's day.</param>
public sealed record MyHoursPage(int Year, IReadOnlyList<int> Years, int? Needed, string? RestsOn, HourAccount Hours, IReadOnlyList<SelfStudyRow> Open, IReadOnlyList<MakeUp> MakeUps, DateOnly Today)
{
    public decimal Total => Hours.In(Year);

    public IReadOnlyList<decimal> Months => Hours.MonthsOf(Year);

    public IEnumerable<HourLine> Lines => Hours.Lines.Where(l => l.Entry.On.Year == Year).Reverse();
}

/// <summary>One's own class hours with their sources. Nobody else opens them.</summary>
[Route("my/hours"), Authorize(Policies.SignedIn)]
public sealed class MyHoursController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year)
    {
        if (db.Viewer.PersonId is not { } me) return View(null);

        var (shown, hours) = (year ?? clock.Today().Year, (await db.HoursAsync([me]))[me]);
        var open = await db.SelfStudies.Where(s => s.PersonId == me && s.State != SelfStudyState.Confirmed).OrderByDescending(s => s.On).ThenByDescending(s => s.Id)
            .Select(s => new SelfStudyRow(s.Id, s.Title, s.On, s.Hours, s.Note, s.State, s.Reason, s.HelperName)).ToListAsync();
        int[] years = [.. hours.Lines.Select(l => l.Entry.On.Year).Append(clock.Today().Year).Distinct().OrderDescending()];
        var (isMember, offices) = (db.Viewer.IsMember, db.Viewer.Roles.Select(r => r.Role));
        return View(new MyHoursPage(shown, years, settings.Now.HoursOf(isMember, offices), SettingInfo.OfHours(isMember, offices)?.About.Source, hours, open, await db.OwnMakeUpsAsync(), clock.Today()));
    }
}
