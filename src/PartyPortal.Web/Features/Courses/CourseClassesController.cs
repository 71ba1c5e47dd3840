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

/// <param name="Course">The course that takes it up.</param>
/// <param name="InPlaceOf">The lesson in whose place it is put; null where it becomes the last one.</param>
/// <param name="Found">What may be chosen.</param>
public sealed record ChooseClassPage(Course Course, Lesson? InPlaceOf, Slice<LessonChoice> Found);

/// <summary>Training classes that may be lessons of a course: those that everybody whom it is for may sign up for.</summary>
[Route("desk/courses/{id:int}/classes"), Authorize(Policies.ManageStudy)]
public sealed class CourseClassesController(PortalDb db, TimeProvider clock) : Controller
{
    private const int PageSize = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, int? lesson, string? after)
    {
        if (await db.FindCourseAsync(id) is not { } course) return NotFound();

        var replaced = course.Lessons.FirstOrDefault(l => l.Id == lesson && l.ClassId is not null);
        if (lesson is not null && replaced is null) return NotFound();

        var (keys, today) = (Lesson.KeysFor(course), clock.Today());
        return View(new ChooseClassPage(course, replaced, await db.TrainingClasses.Where(c => c.State != ClassState.Cancelled && c.StageNames == null && c.LastSignUpOn >= today && keys.Contains(c.AudienceKey)).NewestFirstAsync(c => c.MadeAt, c => c.Id, after, PageSize,
            c => new LessonChoice(c.Id, c.Title, c.State != ClassState.Announced, c.Branch.Name, db.Lessons.Any(l => l.CourseId == id && l.ClassId == c.Id)))));
    }

    [HttpPost("{what:int}/add")]
    public async Task<IActionResult> Create(int id, int what)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course || await db.TrainingClasses.SingleOrDefaultAsync(c => c.Id == what) is not { } chosen) return NotFound();

        course.Add(chosen, db.Viewer, clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The lesson is in the course.", nameof(CourseDeskController.Details), "CourseDesk", new { id });
    }

    /// <summary>Puts it in the place of another class, whose certificates count as before.</summary>
    [HttpPost("{what:int}/replace/{lesson:int}")]
    public async Task<IActionResult> Update(int id, int what, int lesson)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course || course.Lessons.FirstOrDefault(l => l.Id == lesson) is not { } replaced) return NotFound();
        if (await db.TrainingClasses.SingleOrDefaultAsync(c => c.Id == what) is not { } chosen) return NotFound();

        course.Replace(replaced, chosen, db.Viewer, clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The other class is in its place. Who has the certificate of the one before has done the lesson.", nameof(CourseDeskController.Details), "CourseDesk", new { id });
    }
}
