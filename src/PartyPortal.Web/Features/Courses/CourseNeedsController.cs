using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

/// <summary>The courses that come before a course.</summary>
[Route("desk/courses/{id:int}/needs"), Authorize(Policies.ManageStudy)]
public sealed class CourseNeedsController(PortalDb db, IStringLocalizer<Text> text) : Controller
{
    // More than one university has, and no more than a form may send.
    private const int MostChoices = 1000;

    [HttpGet("")]
    public async Task<IActionResult> Edit(int id)
    {
        if (await db.FindCourseAsync(id) is not { } course) return NotFound();

        ViewBag.Choices = await ChoicesAsync(course);
        return View(new NeedsForm { Needs = [.. course.Needs.Select(n => n.NeededId)] });
    }

    [HttpPost("")]
    public async Task<IActionResult> Edit(int id, NeedsForm form)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course) return NotFound();

        // For a form that is refused: it is shown again with them.
        List<SelectListItem> choices = ViewBag.Choices = await ChoicesAsync(course);
        var chosen = form.Needs.Where(need => choices.Exists(c => c.Value == $"{need}")).ToHashSet();
        var titles = await db.Courses.Select(c => new { c.Id, c.Title }).ToDictionaryAsync(c => c.Id, c => c.Title);
        // Of two at once each would find no loop, and both would make one.
        await db.WholeAsync("course-needs", async () =>
        {
            course.Require(chosen, await db.CourseNeedsAsync(), c => titles.GetValueOrDefault(c, text["a course of another organisation"]), db.Viewer);
            await db.SaveChangesAsync();
        });
        return this.Done("The course is saved.", nameof(CourseDeskController.Details), "CourseDesk", new { id });
    }

    /// <summary>Those that are chosen already, whatever became of them, and what the author may read.</summary>
    private async Task<List<SelectListItem>> ChoicesAsync(Course course)
    {
        List<int> chosen = [.. course.Needs.Select(n => n.NeededId)];
        var others = await db.Courses.Where(c => c.Id != course.Id && c.State == StudyState.Published && !chosen.Contains(c.Id))
            .OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(MostChoices).Select(c => new SelectListItem(c.Title, $"{c.Id}")).ToListAsync();
        return [.. course.Needs.Select(n => new SelectListItem(n.Needed.Title, $"{n.NeededId}")), .. others];
    }
}
