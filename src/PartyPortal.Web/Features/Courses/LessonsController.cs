using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <param name="Course">The course as its learner stands before it.</param>
/// <param name="Lesson">The lesson that is open.</param>
/// <param name="Study">Its material, where it is one.</param>
/// <param name="Quiz">Its quiz, where it is one.</param>
/// <param name="Class">Its training class, where it is one.</param>
public sealed record LessonPage(CoursePage Course, LessonRow Lesson, StudyPage? Study, QuizStand? Quiz, TrainingClass? Class);

public sealed record OwnAttempt(int Id, int Number, AttemptState State);

/// <summary>A quiz as its learner stands before it.</summary>
public sealed record QuizStand(Quiz Quiz, IReadOnlyList<OwnAttempt> Attempts)
{
    public OwnAttempt? UnderWay => Attempts.FirstOrDefault(a => a.State is AttemptState.Open);

    public bool IsBeingMarked => Attempts.Any(a => a.State is AttemptState.Waiting);

    public bool HasAttemptsLeft => Quiz.MostAttempts is not { } most || Attempts.Select(a => a.Number).DefaultIfEmpty().Max() < most;
}

/// <summary>A lesson, and the learner's own word that it is done; a quiz and a class say so themselves. The last one completes the course.</summary>
[Route("courses/{id:int}/lessons/{lesson:int}")]
public sealed class LessonsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet(""), AllowAnonymous]
    public async Task<IActionResult> Details(int id, int lesson)
    {
        if (await CoursePage.LoadAsync(db, id) is not { } course || course.Lessons.FirstOrDefault(l => l.Id == lesson) is not { } row) return NotFound();

        return View(new LessonPage(course, row, row.MaterialId is { } material ? await StudyAsync(material) : null, row.QuizId is { } quiz ? await QuizAsync(quiz) : null, row.ClassId is { } held ? await ClassAsync(held) : null));
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

    private async Task<StudyPage> StudyAsync(int id)
    {
        var material = await db.StudyMaterials.Include(m => m.Branch).Include(m => m.Rendition).AsNoTracking().SingleAsync(m => m.Id == id);
        return StudyPage.Of(material, await db.StudyProgress.AsNoTracking().SingleOrDefaultAsync(p => p.MaterialId == id && p.AccountId == db.Viewer.AccountId));
    }

    private Task<TrainingClass> ClassAsync(int id) => db.TrainingClasses.Include(c => c.Sessions).AsNoTracking().SingleAsync(c => c.Id == id);

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private async Task<QuizStand> QuizAsync(int id) => new(
        await db.Quizzes.AsNoTracking().SingleAsync(q => q.Id == id),
        await db.QuizAttempts.Where(a => a.QuizId == id && a.AccountId == db.Viewer.AccountId).Select(a => new OwnAttempt(a.Id, a.Number, a.State)).ToListAsync());
}
