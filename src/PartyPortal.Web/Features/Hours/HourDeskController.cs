using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

public sealed record HourEventRow(int Id, string Title, HourSource Source, DateOnly On, decimal Hours, string Branch, int Attended);

/// <param name="Search">By what it is shown.</param>
/// <param name="Waiting">Self-study that the viewer is to confirm.</param>
/// <param name="Totals">Of one branch, in this year; null where none is chosen.</param>
/// <param name="Year">This one.</param>
/// <param name="Events">The newest first.</param>
public sealed record HourDeskPage(HourDeskSearch Search, IReadOnlyList<WaitingStudy> Waiting, HourTotals? Totals, int Year, Slice<HourEventRow> Events);

public sealed record MakeUpRow(int Id, int EventId, string Person, string Material, DateOnly DueOn, DateOnly? DoneOn, bool IsLate);

public sealed record HourEventPage(HourEvent Event, string? Course, IReadOnlyList<Attendee> Attended, IReadOnlyList<MakeUpRow> MakeUps);

/// <summary>By which organisation and from where on the desk of hours is shown.</summary>
public sealed class HourDeskSearch
{
    [Display(Name = "Organisation"), BranchChoice]
    public int? BranchId { get; set; }

    public string? After { get; set; }
}

/// <summary>Meetings and classes that give class hours, and the self-study that waits. What anybody's hours add up to is not shown here.</summary>
[Route("desk/hours"), Authorize(Policies.ManageHours)]
public sealed class HourDeskController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    private IQueryable<HourEvent> Own => db.HourEvents.Where(e => e.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index(HourDeskSearch search)
    {
        var (year, branch) = (clock.Today().Year, search.BranchId ?? db.Viewer.Acting!.BranchId);
        var totals = branch is { } chosen && await db.Branches.AnyAsync(b => b.Id == chosen && b.Path.StartsWith(db.Viewer.Path)) ? await db.HourTotalsAsync(chosen, year, settings.Now) : null;
        var events = await Own.NewestFirstAsync(e => e.On, e => e.Id, search.After, 20, e => new HourEventRow(e.Id, e.Title, e.Source, e.On, e.Hours, e.Branch.Name, e.Attendances.Count));
        return View(new HourDeskPage(search, search.After is null ? await db.StudiesToConfirmAsync() : [], totals, year, events));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        if (await Own.Include(e => e.Branch).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id) is not { } found) return NotFound();

        var course = await db.Courses.Where(c => c.Id == found.CourseId).Select(c => c.Title).SingleOrDefaultAsync();
        var today = clock.Today();
        var makeUps = await db.MakeUpStudies.Where(m => m.EventId == id).OrderBy(m => m.DueOn).ThenBy(m => m.Id)
            .Select(m => new MakeUpRow(m.Id, id, m.Person.Name, m.Material.Title, m.DueOn, m.DoneOn, m.DoneOn == null && m.DueOn < today)).ToListAsync();
        return View(new HourEventPage(found, course, await db.AttendeesAsync(id), makeUps));
    }

    [HttpGet("new")]
    public IActionResult Create(HourDeskSearch search) => View(new HourEventForm { BranchId = search.BranchId ?? db.Viewer.Acting!.BranchId });

    [HttpPost("new")]
    public async Task<IActionResult> Create(HourEventForm form)
    {
        var made = await db.SaveOnceAsync(form.SentKey, async () =>
        {
            var content = form.Content();
            await db.RequireCourseAsync(content.CourseId);
            var @event = new HourEvent(await db.OwnBranchAsync(form.BranchId), content, new HourClock(clock.Today(), settings.Now.HourLateDays)) { SentKey = form.SentKey };
            if (await db.HourEvents.AnyAsync(e => e.BranchId == @event.BranchId && e.On == content.On && e.TitleKey == @event.TitleKey))
                throw new RuleBrokenException("This is noted for that day already: open it and add who was there.") { Field = "Title" };

            await db.AttendAsync(@event, form.People);
            return @event;
        });
        return this.Done("It is noted. Whoever has the hours of its course already has them once.", nameof(Details), new { id = made.Id });
    }

    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Delete(int id)
    {
        if (await db.FindToChangeAsync<HourEvent>(id) is not { } found) return NotFound();

        db.RemoveRange(await db.MakeUpStudies.Where(m => m.EventId == id).ToListAsync());
        db.RemoveRange(await db.HourAttendances.Where(a => a.EventId == id).ToListAsync());
        db.Remove(found);
        await db.SaveChangesAsync();
        return this.Done("It is taken out, with its hours.", nameof(Index));
    }
}
