using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

/// <summary>Courses as their authors make them. On their way to learners: <see cref="CourseReleaseController"/>.</summary>
[Route("desk/courses"), Authorize(Policies.ManageStudy)]
public sealed class CourseDeskController(PortalDb db, TimeProvider clock) : Controller
{
    private IQueryable<Course> Own => db.Courses.Where(c => c.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index(CourseSearch search) => View(await search.PageAsync(db, Own));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) =>
        await CourseDeskPage.LoadAsync(db, id, PortalClock.InShanghai(clock.UtcNow())) is { } page ? View(page) : NotFound();

    [HttpGet("new")]
    public IActionResult Create() => View(new CourseForm { BranchId = db.Viewer.Acting?.BranchId });

    [HttpPost("new")]
    public async Task<IActionResult> Create(CourseForm form)
    {
        var course = new Course(await db.OwnBranchAsync(form.BranchId), form.Content(), db.Viewer, clock.UtcNow());
        db.Add(course);
        await db.SaveChangesAsync();
        return this.Done("The course is begun. Put lessons into it now.", nameof(Details), new { id = course.Id });
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id) => await Own.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is { } course ? View(CourseForm.For(course)) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CourseForm form)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course) return NotFound();

        db.Expect(course, form.Version);
        course.Revise(form.Content(), db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("The course is saved.", nameof(Details), new { id });
    }
}
