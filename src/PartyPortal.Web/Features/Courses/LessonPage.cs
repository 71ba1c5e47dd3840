using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <param name="Course">The course as its learner stands before it.</param>
/// <param name="Lesson">The lesson that is open.</param>
/// <param name="Study">Its material, where it is one.</param>
/// <param name="Quiz">Its quiz, where it is one.</param>
/// <param name="Class">Its training class, where it is one.</param>
public sealed record LessonPage(CoursePage Course, LessonRow Lesson, StudyPage? Study, QuizStand? Quiz, TrainingClass? Class)
{
    /// <summary>Where the learner stands in the class.</summary>
    public ClassStand? Stand { get; private init; }

    /// <summary>What the viewer may not open is left out: to a learner there is no such lesson, to its author its name.</summary>
    public static async Task<LessonPage> LoadAsync(PortalDb db, CoursePage course, LessonRow lesson, TimeProvider clock)
    {
        var stand = course.IsLearner && lesson.ClassId is not null ? await ClassStand.OfAsync(db, course, lesson, clock) : null;
        return new LessonPage(
            course,
            lesson,
            lesson.MaterialId is { } material ? await StudyAsync(db, material, course.IsPreview) : null,
            lesson.QuizId is { } quiz ? await QuizAsync(db, quiz) : null,
            stand?.Class ?? (lesson.ClassId is { } held ? await db.TrainingClasses.Include(c => c.Sessions).AsNoTracking().SingleOrDefaultAsync(c => c.Id == held) : null))
        { Stand = stand };
    }

    private static async Task<StudyPage?> StudyAsync(PortalDb db, int id, bool isPreview)
    {
        if (await db.StudyMaterials.Include(m => m.Branch).Include(m => m.Rendition).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id) is not { } material) return null;

        return isPreview
            ? StudyPage.Of(material) with { IsPreview = true }
            : StudyPage.Of(material, await db.StudyProgress.AsNoTracking().SingleOrDefaultAsync(p => p.MaterialId == id && p.AccountId == db.Viewer.AccountId)) with { Notes = await db.OwnNotesAsync(id), ShownNotes = await db.ShownNotesAsync(id) };
    }

    private static async Task<QuizStand?> QuizAsync(PortalDb db, int id) => await db.Quizzes.Include(q => q.Branch).AsNoTracking().SingleOrDefaultAsync(q => q.Id == id) is { } quiz
        ? new QuizStand(quiz, await db.QuizAttempts.Where(a => a.QuizId == id && a.AccountId == db.Viewer.AccountId).Select(a => new OwnAttempt(a.Id, a.Number, a.State)).ToListAsync())
        : null;
}

public sealed record OwnAttempt(int Id, int Number, AttemptState State);

/// <summary>A quiz as its learner stands before it.</summary>
public sealed record QuizStand(Quiz Quiz, IReadOnlyList<OwnAttempt> Attempts)
{
    public OwnAttempt? UnderWay => Attempts.FirstOrDefault(a => a.State is AttemptState.Open);

    public bool IsBeingMarked => Attempts.Any(a => a.State is AttemptState.Waiting);

    public bool HasAttemptsLeft => Quiz.MostAttempts is not { } most || Attempts.Select(a => a.Number).DefaultIfEmpty().Max() < most;
}
