using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

public sealed record ChooseQuizPage(Course Course, Slice<LessonChoice> Found);

/// <summary>Quizzes that may be lessons of a course: those that everybody whom it is for may take.</summary>
[Route("desk/courses/{id:int}/quizzes"), Authorize(Policies.ManageStudy)]
public sealed class CourseQuizzesController(PortalDb db) : Controller
{
    private const int PageSize = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, string? after)
    {
        if (await db.Courses.Include(c => c.Branch).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Branch.Path.StartsWith(db.Viewer.Path)) is not { } course) return NotFound();

        var (keys, stages) = (Lesson.KeysFor(course), Lesson.StagesFor(course));
        return View(new ChooseQuizPage(course, await db.Quizzes.Where(q => q.State != QuizState.Withdrawn && keys.Contains(q.AudienceKey) && (q.StageBits == 0 || (q.StageBits & stages) == stages)).NewestFirstAsync(q => q.EditedAt, q => q.Id, after, PageSize,
            q => new LessonChoice(q.Id, q.Title, q.State != QuizState.Published, q.Branch.Name, db.Lessons.Any(l => l.CourseId == id && l.QuizId == q.Id)))));
    }

    [HttpPost("{what:int}/add")]
    public async Task<IActionResult> Create(int id, int what, [FromQuery] string? after)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course || await db.Quizzes.SingleOrDefaultAsync(q => q.Id == what) is not { } chosen) return NotFound();

        course.Add(chosen, db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("The lesson is in the course.", nameof(Index), new { id, after });
    }
}
