using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <summary>A lesson, and the learner's own word that it is done; a quiz and a class say so themselves. The last one completes the course.</summary>
[Route("courses/{id:int}/lessons/{lesson:int}")]
public sealed class LessonsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet(""), AllowAnonymous]
    public async Task<IActionResult> Details(int id, int lesson)
    {
        if (await CoursePage.LoadAsync(db, id) is not { } course || course.Lessons.FirstOrDefault(l => l.Id == lesson) is not { } row) return NotFound();

        return View(await LessonPage.LoadAsync(db, course, row, clock));
    }

    [HttpPost("done"), Authorize(Policies.SignedIn)]
    public async Task<IActionResult> Create(int id, int lesson, TakeawayForm form)
    {
        if (await CoursePage.LoadAsync(db, id) is not { } course || course.Lessons.FirstOrDefault(l => l.Id == lesson) is not { } row) return NotFound();
        if (row.MaterialId is not { } material) throw new RuleBrokenException(row.QuizId is null ? Key("This lesson is done when you were at every session of the class, or made it up.") : Key("This lesson is done when its quiz is passed."));

        course.Walk.RequireOpen(lesson);
        await db.KeepProgressAsync(material, p => { p.MarkDone(); p.Note(form.Takeaway); });
        if (await db.CompleteAsync(id, clock.Today())) return this.Done("You have done this course.", nameof(CoursesController.Details), "Courses", new { id });
        if (course.Beside(lesson, 1) is not { } next) return this.Done("The lesson is done.", nameof(CoursesController.Details), "Courses", new { id });

        return this.Done("The lesson is done. Here is the next one.", nameof(Details), new { id, lesson = next.Id });
    }

    [HttpPost("done/undo"), Authorize(Policies.SignedIn)]
    public async Task<IActionResult> Delete(int id, int lesson)
    {
        if (await db.Lessons.Where(l => l.Id == lesson && l.CourseId == id).Select(l => l.MaterialId).SingleOrDefaultAsync() is not { } material) return NotFound();

        await db.KeepProgressAsync(material, p => p.MarkUndone());
        return this.Done("This lesson is no longer marked as done.", nameof(Details), new { id, lesson });
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;
}
