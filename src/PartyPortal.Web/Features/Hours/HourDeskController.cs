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
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Hours;

public sealed record HourEventRow(int Id, string Title, HourSource Source, DateOnly On, decimal Hours, string Branch, int Attended);

/// <param name="Newest">Null where it had nobody to count when the month was counted.</param>
public sealed record MonthFigure(StudyFigure? Newest);

/// <param name="Search">By what it is shown.</param>
/// <param name="Waiting">Self-study that the viewer is to confirm.</param>
/// <param name="Figure">Of one branch; null where none is chosen.</param>
/// <param name="Events">The newest first.</param>
public sealed record HourDeskPage(HourDeskSearch Search, IReadOnlyList<WaitingStudy> Waiting, MonthFigure? Figure, Slice<HourEventRow> Events);

public sealed record HourEventPage(HourEvent Event, string? Course, IReadOnlyList<Attendee> Attended, IReadOnlyList<MakeUp> MakeUps, DateOnly Today);

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
        var branch = search.BranchId ?? db.Viewer.Acting!.BranchId;
        var figure = await db.Branches.AsNoTracking().Where(b => b.Id == branch && b.Path.StartsWith(db.Viewer.Path))
            .Select(b => new MonthFigure(db.StudyFigures.Where(f => f.BranchId == b.Id).OrderByDescending(f => f.Day).FirstOrDefault())).SingleOrDefaultAsync();
        var events = await Own.NewestFirstAsync(e => e.On, e => e.Id, search.After, 20, e => new HourEventRow(e.Id, e.Title, e.Source, e.On, e.Hours, e.Branch.Name, e.Attendances.Count));
        return View(new HourDeskPage(search, search.After is null ? await db.StudiesToConfirmAsync() : [], figure, events));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        if (await Own.Include(e => e.Branch).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id) is not { } found) return NotFound();

        var course = await db.Courses.Where(c => c.Id == found.CourseId).Select(c => c.Title).SingleOrDefaultAsync();
        return View(new HourEventPage(found, course, await db.AttendeesAsync(id), await db.MakeUpsForAsync(id), clock.Today()));
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

            await db.AttendAsync(@event, await CameAsync(form));
            return @event;
        });
        return this.Done("It is noted. Whoever has the hours of its course already has them once.", nameof(Details), new { id = made.Id });
    }

    /// <summary>Whoever comes back to the address of the form below begins anew.</summary>
    [HttpGet("new/people")]
    public IActionResult BeginAnew() => RedirectToAction(nameof(Create));

    /// <summary>The form once more, with the people of another organisation and all that was typed.</summary>
    [HttpPost("new/people")]
    public async Task<IActionResult> ShowPeople()
    {
        var typed = new HourEventForm();
        await TryUpdateModelAsync(typed);
        // What is still empty is no fault yet.
        foreach (var (name, _) in ModelState.Where(e => e.Value?.RawValue is null or "").ToList()) ModelState.Remove(name);
        return View(nameof(Create), typed);
    }

    private async Task<IReadOnlyCollection<int>> CameAsync(HourEventForm form)
    {
        if (form.BranchId != form.ShownBranchId && (form.OthersCame || form.People.Count > 0))
            throw new RuleBrokenException("Here are the people of this organisation now. Mark them, and save again.") { Field = "People" };

        return form.OthersCame ? await db.OthersAsync(form.BranchId, form.People) : form.People;
    }

    [HttpGet("{id:int}/remove")]
    public async Task<IActionResult> Delete(int id) => await Own.SingleOrDefaultAsync(e => e.Id == id) is { } found
        ? View("Confirm", new Confirm(Sentence.Key("Take this meeting or class out?"), found.Title, Sentence.Key("Who was there, the hours of each and the make-up study for it go with it, and nobody can bring them back."), Sentence.Key("Take it out"), Url.Action(nameof(Details), new { id })))
        : NotFound();

    [HttpPost("{id:int}/remove"), ActionName(nameof(Delete))]
    public async Task<IActionResult> DeleteNow(int id)
    {
        if (await db.FindToChangeAsync<HourEvent>(id) is not { } found) return NotFound();

        new HourClock(clock.Today(), settings.Now.HourLateDays).Require(found.On);
        db.RemoveRange(await db.MakeUpStudies.Where(m => m.EventId == id).ToListAsync());
        db.RemoveRange(await db.HourAttendances.Where(a => a.EventId == id).ToListAsync());
        db.Remove(found);
        await db.SaveChangesAsync();
        return this.Done("It is taken out, with its hours.", nameof(Index));
    }
}
