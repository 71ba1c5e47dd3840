using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Shared;

/// <param name="Id">The lesson.</param>
/// <param name="MaterialId">Null where it is no material.</param>
/// <param name="QuizId">Null where it is no quiz.</param>
/// <param name="ClassId">Null where it is no training class.</param>
/// <param name="Title">That of what it consists of.</param>
/// <param name="Kind">The form of the material.</param>
/// <param name="IsDone">By the learner's own word; a quiz by being passed, a class by its certificate.</param>
public sealed record LessonRow(int Id, int? MaterialId, int? QuizId, int? ClassId, string Title, StudyKind? Kind, bool IsDone)
{
    /// <summary>What is not, its author alone meets.</summary>
    public bool IsPublished { get; init; } = true;
}

public sealed record CourseName(int Id, string Title);

/// <summary>That an organisation asks the reader to take a course.</summary>
public sealed record AskedOf(string By, DateOnly DueOn, bool IsPast);

/// <summary>A course as one reader stands before it.</summary>
/// <param name="Course">The course, with its branch.</param>
/// <param name="Lessons">Those that are to be taken now, in their order.</param>
/// <param name="First">The courses that come first and that the reader has not done.</param>
/// <param name="CompletedOn">Null while it is not done.</param>
/// <param name="IsLearner">Whether somebody is signed in: a stranger reads, and nothing is kept.</param>
/// <param name="LacksClass">Whether a training class belongs to it that the reader can neither come to nor has completed.</param>
public sealed record CoursePage(Course Course, IReadOnlyList<LessonRow> Lessons, IReadOnlyList<CourseName> First, DateOnly? CompletedOn, bool IsLearner, bool LacksClass)
{
    /// <summary>Whether its author looks at it, whatever its state: nothing of it is anybody's learning.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Null where nobody asks for it, or it is done.</summary>
    public AskedOf? Asked { get; init; }

    public CourseWalk Walk { get; } = new([.. Lessons.Select(l => l.Id)], Lessons.Where(l => l.IsDone).Select(l => l.Id).ToHashSet(), Course.IsInOrder, First.Count > 0);

    public bool MayFinish => CompletedOn is null && Walk.IsComplete && First.Count == 0 && !LacksClass;

    /// <summary>The lesson before or behind another; null where there is none.</summary>
    public LessonRow? Beside(int lessonId, int step) => Lessons.ElementAtOrDefault(Lessons.ToList().FindIndex(l => l.Id == lessonId) is >= 0 and var at && at + step >= 0 ? at + step : Lessons.Count);

    /// <summary>As a learner meets it who has done nothing. The course with its lessons, what they consist of, and what comes before it.</summary>
    public static CoursePage PreviewOf(Course course) => new(
        course,
        [.. course.Lessons.Select(l => new LessonRow(l.Id, l.MaterialId, l.QuizId, l.ClassId, l.Title, l.Material?.Kind, false) { IsPublished = l.IsPublished })],
        [.. course.Needs.Select(n => new CourseName(n.NeededId, n.Needed.Title))],
        null,
        false,
        false)
    { IsPreview = true };

    /// <summary>Null where the viewer has no such course.</summary>
    public static async Task<CoursePage?> LoadAsync(PortalDb db, int id)
    {
        var course = await db.Courses.Where(c => c.State == StudyState.Published).Include(c => c.Branch).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id);
        if (course is null) return null;

        var me = db.Viewer.AccountId;
        var lessons = await db.LessonsToTake().Where(l => l.CourseId == id).OrderBy(l => l.Place).ThenBy(l => l.Id)
            .Select(l => new LessonRow(l.Id, l.MaterialId, l.QuizId, l.ClassId, l.Material!.Title ?? l.Quiz!.Title ?? l.Class!.Title, (StudyKind?)l.Material!.Kind, false)).ToListAsync();
        var first = await db.CourseNeeds.Where(n => n.CourseId == id && n.Needed.State == StudyState.Published && !db.CourseCompletions.Any(d => d.CourseId == n.NeededId && d.AccountId == me))
            .OrderBy(n => n.NeededId).Select(n => new CourseName(n.NeededId, n.Needed.Title)).ToListAsync();
        var completed = await db.CourseCompletions.Where(d => d.CourseId == id && d.AccountId == me).Select(d => (DateOnly?)d.On).SingleOrDefaultAsync();
        var (walked, lacksClass) = me is null ? (lessons, false) : await WalkedAsync(db, id, lessons);
        return new CoursePage(course, walked, first, completed, db.Viewer.IsSignedIn, lacksClass);
    }

    // By a small statement for each form that the course has: LessonsDone for each row took most of the page's time.
    private static async Task<(List<LessonRow> Lessons, bool LacksClass)> WalkedAsync(PortalDb db, int id, List<LessonRow> open)
    {
        var (materials, quizzes) = (open.Select(l => l.MaterialId).OfType<int>().ToList(), open.Select(l => l.QuizId).OfType<int>().ToList());
        var classes = await db.Lessons.Where(l => l.CourseId == id && l.ClassId != null).Select(l => l.Id).ToListAsync();
        var read = materials.Count == 0 ? [] : await db.MaterialsDone().Where(m => materials.Contains(m)).ToListAsync();
        var passed = quizzes.Count == 0 ? [] : await db.QuizzesPassed().Where(q => quizzes.Contains(q)).ToListAsync();
        var attended = classes.Count == 0 ? [] : await db.ClassLessonsDone().Where(l => classes.Contains(l.Id)).Select(l => l.Id).ToListAsync();

        // Cancelled, or not for the learner any more: other than of what is withdrawn, there is to be another class in its place.
        var lacksClass = classes.Except(open.Select(l => l.Id)).Except(attended).Any();
        return (open.ConvertAll(l => l with { IsDone = attended.Contains(l.Id) || (l.MaterialId is { } m && read.Contains(m)) || (l.QuizId is { } q && passed.Contains(q)) }), lacksClass);
    }
}
