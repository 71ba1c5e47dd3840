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
    // More than anybody looks through in one list.
    private const int MostChoices = 300;

    [HttpGet("")]
    public async Task<IActionResult> Edit(int id)
    {
        if (await db.Courses.Where(c => c.Branch.Path.StartsWith(db.Viewer.Path)).Include(c => c.Needs).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } course) return NotFound();

        ViewBag.Choices = await ChoicesAsync(id);
        return View(new NeedsForm { Needs = [.. course.Needs.Select(n => n.NeededId)] });
    }

    [HttpPost("")]
    public async Task<IActionResult> Edit(int id, NeedsForm form)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course) return NotFound();

        // For a form that is refused: it is shown again with them.
        List<SelectListItem> choices = ViewBag.Choices = await ChoicesAsync(id);
        var chosen = form.Needs.Where(need => choices.Exists(c => c.Value == $"{need}")).ToHashSet();
        var titles = await db.Courses.Where(c => c.State == StudyState.Published || c.Id == id).Select(c => new { c.Id, c.Title }).ToDictionaryAsync(c => c.Id, c => c.Title);
        course.Require(chosen, await db.CourseNeedsAsync(), c => titles.GetValueOrDefault(c, text["a course of another organisation"]), db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("The course is saved.", nameof(CourseDeskController.Details), "CourseDesk", new { id });
    }

    private Task<List<SelectListItem>> ChoicesAsync(int id) => db.Courses.Where(c => c.Id != id && (c.State == StudyState.Published || c.Needs.Any()))
        .OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(MostChoices).Select(c => new SelectListItem(c.Title, $"{c.Id}")).ToListAsync();
}
