using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

public sealed record AssignmentRow(int Id, string Title, string Branch, DateOnly DueOn, bool IsEnded, bool IsPast);

/// <summary>Somebody who has not finished: no time, no score and nothing of how far they are.</summary>
public sealed record UnfinishedRow(string Name, string Branch, bool HasAccount);

/// <param name="Assignment">With its branch.</param>
/// <param name="Course">What it asks for, as it is now.</param>
/// <param name="Progress">Null once it is ended.</param>
/// <param name="Unfinished">Null for who does not learn names.</param>
public sealed record AssignmentPage(CourseAssignment Assignment, Course Course, CourseProgress? Progress, Slice<UnfinishedRow>? Unfinished)
{
    public bool IsOpen => Course.State is StudyState.Published;

    public bool IsOpenToAll => IsOpen && Assignment.IsOpenToAll(Course);
}

/// <summary>Courses that an organisation asks its people to take by a day.</summary>
[Route("desk/assignments"), Authorize(Policies.ManageStudy)]
public sealed class AssignmentsController(PortalDb db, JobBell bell, TimeProvider clock) : Controller
{
    private const int PageSize = 20;

    // More than one university has.
    private const int MostChoices = 2000;

    private IQueryable<CourseAssignment> Own => db.CourseAssignments.Where(a => a.Branch.Path.StartsWith(db.Viewer.Path));

    /// <param name="course">Of this course alone.</param>
    /// <param name="after">Behind this one.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(int? course, string? after)
    {
        var today = clock.Today();
        return View(await Own.Where(a => course == null || a.CourseId == course).NewestFirstAsync(a => a.DueOn, a => a.Id, after, PageSize, a => new AssignmentRow(a.Id, a.Title, a.Branch.Name, a.DueOn, a.EndedOn != null, a.DueOn < today)));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, string? after)
    {
        if (await Own.Include(a => a.Branch).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id) is not { } assignment) return NotFound();

        var course = await db.CourseOfAsync(assignment);
        var progress = assignment.EndedOn is null ? await db.ProgressOfAsync(assignment) : null;
        var names = assignment.NamesTo(db.Viewer) && course.State is StudyState.Published ? await db.Unfinished(assignment, course).ByKeyAsync(p => p.NameKey, p => p.Id, after, PageSize, p => new UnfinishedRow(p.Name, p.Branch.Name, p.AccountId != null)) : null;
        return View(new AssignmentPage(assignment, course, progress, names));
    }

    [HttpGet("new")]
    public IActionResult Create(int? course) => View(AssignmentForm.For(course, db.Viewer.Acting?.BranchId));

    [HttpPost("new")]
    public async Task<IActionResult> Create(AssignmentForm form)
    {
        var id = 0;
        // Two at once would each find that nobody else asks.
        await db.WholeAsync($"assign:{form.CourseId}", async () => id = (await db.SaveOnceAsync(form.SentKey, () => AssignmentAsync(form))).Id);
        bell.Ring();
        return this.Done("The course is assigned. Those whom it asks are told within a minute.", nameof(Details), new { id });
    }

    [HttpPost("{id:int}/remind")]
    public async Task<IActionResult> Remind(int id)
    {
        if (await Own.Include(a => a.Branch).SingleOrDefaultAsync(a => a.Id == id) is not { } assignment) return NotFound();
        if (!await db.People.AskedNowBy(assignment, await db.CourseOfAsync(assignment)).AnyAsync()) throw new RuleBrokenException("Nobody whom it asks can open this course at the moment. Nobody can be reminded of it.");

        assignment.Remind(clock.Today());
        await db.SaveChangesAsync();
        bell.Ring();
        return this.Done("Those who have not finished are reminded within a minute.", nameof(Details), new { id });
    }

    [HttpGet("{id:int}/end")]
    public async Task<IActionResult> End(int id) => await Own.SingleOrDefaultAsync(a => a.Id == id && a.EndedOn == null) is { } assignment
        ? View("Confirm", new Confirm(Sentence.Key("End this assignment?"), assignment.Title, Sentence.Key("Nobody is asked for the course any more, and nobody sees how far they are. It cannot be opened again, and only the very same people can be asked for this course in the next three months."), Sentence.Key("End it"), Url.Action(nameof(Details), new { id })))
        : NotFound();

    [HttpPost("{id:int}/end"), ActionName(nameof(End))]
    public async Task<IActionResult> EndNow(int id)
    {
        if (await Own.SingleOrDefaultAsync(a => a.Id == id) is not { } assignment) return NotFound();

        assignment.End(clock.Today());
        await db.SaveChangesAsync();
        return this.Done("It is ended. Nobody is asked for the course any more.", nameof(Details), new { id });
    }

    // What may be assigned stands in the form, whether it is new or comes back refused.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var asked = context.ActionArguments.Values;
        if (context.ActionDescriptor.RouteValues["action"] == nameof(Create)) await OfferAsync(asked.OfType<AssignmentForm>().FirstOrDefault()?.CourseId ?? asked.OfType<int>().Cast<int?>().FirstOrDefault());
        await next();
    }

    private async Task<CourseAssignment> AssignmentAsync(AssignmentForm form)
    {
        var branchId = await db.OwnBranchAsync(form.BranchId);
        var course = await db.Courses.SingleOrDefaultAsync(c => c.Id == form.CourseId) ?? throw new RuleBrokenException("Choose a course of the list.") { Field = nameof(form.CourseId) };
        var assignment = new CourseAssignment(course, await db.Branches.SingleAsync(b => b.Id == branchId), form.Stages, form.DueOn!.Value, clock.Today()) { SentKey = form.SentKey };
        assignment.RequireAlone(await db.NearAssignmentsAsync(course.Id, clock.Today()));
        if (!await db.People.AskedBy(assignment).AnyAsync()) throw new RuleBrokenException("Nobody would be asked. Choose others.") { Field = nameof(form.Stages) };

        return assignment;
    }

    /// <summary>What may be assigned; first the course from whose page somebody comes.</summary>
    private async Task OfferAsync(int? first) => ViewBag.Courses = await db.Courses.Where(c => c.State == StudyState.Published)
        .OrderByDescending(c => c.Id == first).ThenByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(MostChoices).Select(c => new SelectListItem(c.Title, $"{c.Id}")).ToListAsync();
}
