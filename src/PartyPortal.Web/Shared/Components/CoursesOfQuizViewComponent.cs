using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;

namespace PartyPortal.Web.Shared.Components;

/// <summary>From a quiz back to the courses whose lesson it is. Nothing where there is none.</summary>
public sealed class CoursesOfQuizViewComponent(PortalDb db) : ViewComponent
{
    private const int Shown = 3;

    public async Task<IViewComponentResult> InvokeAsync(int quizId)
    {
        var courses = await db.LessonsToTake().Where(l => l.QuizId == quizId).OrderBy(l => l.CourseId).Take(Shown).Select(l => new CourseName(l.CourseId, l.Course.Title)).ToListAsync();
        return courses.Count == 0 ? Content("") : View(courses);
    }
}
