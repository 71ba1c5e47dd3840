using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

public sealed record ChooseClassPage(Course Course, Slice<LessonChoice> Found);

/// <summary>Training classes that may be lessons of a course: those that everybody whom it is for may sign up for.</summary>
[Route("desk/courses/{id:int}/classes"), Authorize(Policies.ManageStudy)]
public sealed class CourseClassesController(PortalDb db, TimeProvider clock) : Controller
{
    private const int PageSize = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, string? after)
    {
        if (await db.Courses.Include(c => c.Branch).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Branch.Path.StartsWith(db.Viewer.Path)) is not { } course) return NotFound();

        var (keys, today) = (Lesson.KeysFor(course), clock.Today());
        return View(new ChooseClassPage(course, await db.TrainingClasses.Where(c => c.State != ClassState.Cancelled && c.StageNames == null && c.LastSignUpOn >= today && keys.Contains(c.AudienceKey)).NewestFirstAsync(c => c.MadeAt, c => c.Id, after, PageSize,
            c => new LessonChoice(c.Id, c.Title, c.State != ClassState.Announced, c.Branch.Name, db.Lessons.Any(l => l.CourseId == id && l.ClassId == c.Id)))));
    }

    [HttpPost("{what:int}/add")]
    public async Task<IActionResult> Create(int id, int what)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course || await db.TrainingClasses.SingleOrDefaultAsync(c => c.Id == what) is not { } chosen) return NotFound();

        course.Add(chosen, db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("The lesson is in the course.", nameof(CourseDeskController.Details), "CourseDesk", new { id });
    }
}
