using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <summary>A course as its learners will meet it, for who makes it, in whatever state. Nothing is kept.</summary>
[Route("desk/courses/{id:int}/preview"), Authorize(Policies.ManageStudy)]
public sealed class CoursePreviewsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Details(int id) => await db.FindCourseAsync(id) is { } course ? View(CoursePage.PreviewOf(course)) : NotFound();

    [HttpGet("{lesson:int}")]
    public async Task<IActionResult> Lesson(int id, int lesson)
    {
        if (await db.FindCourseAsync(id) is not { } course) return NotFound();

        var page = CoursePage.PreviewOf(course);
        return page.Lessons.FirstOrDefault(l => l.Id == lesson) is { } row ? View(await LessonPage.LoadAsync(db, page, row, clock)) : NotFound();
    }
}
