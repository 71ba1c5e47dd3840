using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.WorkCalendar;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.WorkCalendar;

/// <summary>Holidays and worked weekends of a year, as the State Council's arrangement says: terms in working days are counted by them.</summary>
[Route("admin/calendar"), Authorize(Policies.KeepCalendar)]
public sealed class WorkCalendarController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await PageAsync());

    [HttpGet("create")]
    public IActionResult Create() => View(new SpecialDaysForm());

    [HttpPost("create")]
    public async Task<IActionResult> Create(SpecialDaysForm form)
    {
        var days = form.Read();
        if (await db.SpecialDays.AnyAsync(d => d.From <= days.Until && days.From <= d.Until))
            throw new RuleBrokenException("One of these days is entered already.") { Field = nameof(form.From) };

        db.Add(days);
        await db.SaveChangesAsync();
        return this.Done("The days are entered. Terms of feedback that run already keep their last day; public postings are counted anew.", nameof(Index));
    }

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id)
    {
        if (await db.SpecialDays.FindAsync(id) is not { } days) return NotFound();

        db.Remove(days);
        await db.SaveChangesAsync();
        return this.Done("The days count as their weekdays again.", nameof(Index));
    }

    private async Task<WorkCalendarPage> PageAsync()
    {
        var year = clock.Today().Year;
        var from = new DateOnly(year, 1, 1);
        var days = await db.SpecialDays.Where(d => d.Until >= from).OrderBy(d => d.From).ToListAsync();
        return new(year, new WorkingDays(days).Knows(year), days);
    }
}

/// <param name="Year">The year of today.</param>
/// <param name="IsKnown">Whether anything is entered for it.</param>
/// <param name="Days">From that year on.</param>
public sealed record WorkCalendarPage(int Year, bool IsKnown, IReadOnlyList<SpecialDays> Days);

public sealed class SpecialDaysForm : IForm
{
    [Display(Name = "Name"), Required, StringLength(SpecialDays.NameMaxLength)]
    public string Name { get; set; } = "";

    [Display(Name = "From day"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "Until day")]
    public DateOnly? Until { get; set; }

    [Display(Name = "These days are worked")]
    public bool AreWorked { get; set; }

    public SpecialDays Read() => new(Name.Trim(), From!.Value, Until ?? From.Value, AreWorked);
}
