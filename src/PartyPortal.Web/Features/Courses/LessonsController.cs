using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <param name="Course">The course as its learner stands before it.</param>
/// <param name="Lesson">The lesson that is open.</param>
/// <param name="Study">Its material.</param>
public sealed record LessonPage(CoursePage Course, LessonRow Lesson, StudyPage Study);

/// <summary>A lesson, and the learner's own word that it is done. The last one completes the course.</summary>
[Route("courses/{id:int}/lessons/{lesson:int}")]
public sealed class LessonsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet(""), AllowAnonymous]
    public async Task<IActionResult> Details(int id, int lesson)
    {
        if (await CoursePage.LoadAsync(db, id) is not { } course || course.Lessons.FirstOrDefault(l => l.Id == lesson) is not { } row) return NotFound();

        var me = db.Viewer.AccountId;
        var material = await db.StudyMaterials.Include(m => m.Branch).Include(m => m.Rendition).AsNoTracking().SingleAsync(m => m.Id == row.MaterialId);
        var progress = await db.StudyProgress.AsNoTracking().SingleOrDefaultAsync(p => p.MaterialId == row.MaterialId && p.AccountId == me);
        return View(new LessonPage(course, row, StudyPage.Of(material, progress)));
    }

    [HttpPost("done"), Authorize(Policies.SignedIn)]
    public async Task<IActionResult> Create(int id, int lesson, TakeawayForm form)
    {
        if (await CoursePage.LoadAsync(db, id) is not { } course || course.Lessons.FirstOrDefault(l => l.Id == lesson) is not { } row) return NotFound();

        course.Walk.RequireOpen(lesson);
        await db.KeepProgressAsync(row.MaterialId, p => { p.MarkDone(); p.Note(form.Takeaway); });
        if (await db.CompleteAsync(id, clock.Today())) return this.Done("You have done this course.", nameof(CoursesController.Details), "Courses", new { id });
        if (course.Beside(lesson, 1) is not { } next) return this.Done("The lesson is done.", nameof(CoursesController.Details), "Courses", new { id });

        return this.Done("The lesson is done. Here is the next one.", nameof(Details), new { id, lesson = next.Id });
    }

    [HttpPost("done/undo"), Authorize(Policies.SignedIn)]
    public async Task<IActionResult> Delete(int id, int lesson)
    {
        if (await db.Lessons.Where(l => l.Id == lesson && l.CourseId == id).Select(l => (int?)l.MaterialId).SingleOrDefaultAsync() is not { } material) return NotFound();

        await db.KeepProgressAsync(material, p => p.MarkUndone());
        return this.Done("This lesson is no longer marked as done.", nameof(Details), new { id, lesson });
    }
}
