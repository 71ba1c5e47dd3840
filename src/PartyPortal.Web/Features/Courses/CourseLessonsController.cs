using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

public sealed record MaterialRow(int Id, string Title, StudyKind Kind, StudyState State, string Branch, bool IsIn);

public sealed record ChooseLessonPage(Course Course, LessonSearch Search, Slice<MaterialRow> Found);

/// <summary>By what a material is looked for that is to be a lesson.</summary>
public sealed class LessonSearch
{
    [Display(Name = "Words"), StringLength(60)]
    public string? Words { get; set; }

    public string? After { get; set; }
}

/// <summary>The lessons of a course: put in, in order, taken out.</summary>
[Route("desk/courses/{id:int}/lessons"), Authorize(Policies.ManageStudy)]
public sealed class CourseLessonsController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int id, LessonSearch search)
    {
        if (await db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Branch.Path.StartsWith(db.Viewer.Path)) is not { } course) return NotFound();

        var materials = db.StudyMaterials.Where(m => m.State != StudyState.Withdrawn);
        if (search.Words?.Trim().ToLowerInvariant() is { Length: > 0 } words) materials = materials.Where(m => m.WordsKey.Contains(words));
        return View(new ChooseLessonPage(course, search, await materials.NewestFirstAsync(m => m.PublishedAt, m => m.Id, search.After, 20,
            m => new MaterialRow(m.Id, m.Title, m.Kind, m.State, m.Branch.Name, db.Lessons.Any(l => l.CourseId == id && l.MaterialId == m.Id)))));
    }

    /// <summary>Adds what was ticked, in the order of the list, and leads back to the same page of the same search.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, [FromForm] List<int> materials, [FromQuery] LessonSearch search)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course) return NotFound();
        if (materials.Count == 0) throw new RuleBrokenException("Tick at least one material.");

        var chosen = await db.StudyMaterials.Where(m => materials.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        if (!materials.TrueForAll(chosen.ContainsKey)) return NotFound();

        foreach (var material in materials.Distinct()) course.Add(chosen[material], db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("The lessons are in the course.", nameof(Index), new { id, search.Words, search.After });
    }

    /// <summary>Moves a lesson to another place, counted from 1.</summary>
    [HttpPost("{lesson:int}/move")]
    public async Task<IActionResult> Update(int id, int lesson, int to)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course || course.Lessons.All(l => l.Id != lesson)) return NotFound();

        course.Move(lesson, to, db.Viewer);
        await db.SaveChangesAsync();
        return RedirectToAction(nameof(CourseDeskController.Details), "CourseDesk", new { id });
    }

    [HttpPost("{lesson:int}/remove")]
    public async Task<IActionResult> Delete(int id, int lesson)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course || course.Lessons.FirstOrDefault(l => l.Id == lesson) is not { } found) return NotFound();

        db.RemoveRange(found.EarlierClasses);
        db.Remove(found);
        course.Remove(lesson, db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("The lesson is taken out. The material stays where it was.", nameof(CourseDeskController.Details), "CourseDesk", new { id });
    }
}
