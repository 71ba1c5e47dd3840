using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Domain.Study;

/// <summary>
/// A material, a quiz or a training class at its place in a course. A material is done by the learner's own word, a quiz when it is passed, a class when
/// none of its sessions was missed for good.
/// </summary>
public sealed class Lesson : IBelongToBranch
{
    private readonly List<EarlierClass> _earlierClasses = [];

    private Lesson() { }

    private Lesson(Course course, int place) => (Course, BranchId, Place) = (course, course.BranchId, place);

    internal Lesson(Course course, StudyMaterial material, int place) : this(course, place) => (Material, MaterialId) = (material, material.Id);

    internal Lesson(Course course, Quiz quiz, int place) : this(course, place) => (Quiz, QuizId) = (quiz, quiz.Id);

    internal Lesson(Course course, TrainingClass trainingClass, int place, DateOnly today) : this(course, place) => (Class, ClassId, ClassSince) = (trainingClass, trainingClass.Id, today);

    public int Id { get; private init; }
    public int CourseId { get; private init; }
    public Course Course { get; private init; } = null!;

    /// <summary>The course's own.</summary>
    public int BranchId { get; private init; }

    public int? MaterialId { get; private init; }
    public StudyMaterial? Material { get; private init; }

    public int? QuizId { get; private init; }
    public Quiz? Quiz { get; private init; }

    public int? ClassId { get; private set; }
    public TrainingClass? Class { get; private set; }

    /// <summary>Since when the class is the lesson: what was done before does not rest on it.</summary>
    public DateOnly ClassSince { get; private set; }

    /// <summary>The classes in whose place another was put: their certificates count as before.</summary>
    public IReadOnlyList<EarlierClass> EarlierClasses => _earlierClasses;

    /// <summary>From 1.</summary>
    public int Place { get; internal set; }

    public string Title => Material?.Title ?? Quiz?.Title ?? Class!.Title;

    public bool IsPublished => Material?.State is StudyState.Published || Quiz?.State is QuizState.Published || Class?.State is ClassState.Announced;

    internal bool IsOrWas(TrainingClass trainingClass) => ClassId == trainingClass.Id || _earlierClasses.Exists(e => e.ClassId == trainingClass.Id);

    internal void Hold(TrainingClass other, DateOnly today)
    {
        _earlierClasses.RemoveAll(e => e.ClassId == other.Id);
        _earlierClasses.Add(new EarlierClass(this, ClassId!.Value, ClassSince));
        (ClassId, Class, ClassSince) = (other.Id, other, today);
    }

    /// <summary>Whether everybody whom a course is for may take it. Nobody takes a quiz or a class without signing in: for the Internet it is one for everyone signed in.</summary>
    internal bool IsOpenTo(Addressees audience, Branch branch) => this switch
    {
        { Material: { } material } => Audience.Covers(material.Addressees, audience, branch),
        { Quiz: { } quiz } => Audience.Covers(quiz.Addressees, SignedIn(audience), branch),
        _ => Class!.Stages.Count == 0 && Audience.Covers(new(Class.AudienceKind, Class.BranchId), SignedIn(audience), branch),
    };

    /// <summary>The audiences of the quizzes and classes that everybody whom a course is for may take, as far as those name no stages.</summary>
    public static IReadOnlyList<string> KeysFor(Course course) => Audience.KeysCovering(SignedIn(course.Addressees), course.Branch);

    /// <summary>The stages of those whom a course is for; all bits where it is for everybody of its audience.</summary>
    public static int StagesFor(Course course) => course.Addressees.Reachable;

    private static Addressees SignedIn(Addressees audience) => audience.Kind is AudienceKind.Internet ? audience with { Kind = AudienceKind.Campus } : audience;
}

/// <summary>A training class that a lesson was, until another was put in its place.</summary>
public sealed class EarlierClass : IBelongToBranch
{
    private EarlierClass() { }

    internal EarlierClass(Lesson lesson, int classId, DateOnly since) => (Lesson, BranchId, ClassId, Since) = (lesson, lesson.BranchId, classId, since);

    public int LessonId { get; private init; }
    public Lesson Lesson { get; private init; } = null!;

    /// <summary>The course's own.</summary>
    public int BranchId { get; private init; }

    public int ClassId { get; private init; }
    public TrainingClass Class { get; private init; } = null!;

    /// <summary>As <see cref="Lesson.ClassSince"/>.</summary>
    public DateOnly Since { get; private init; }
}

/// <summary>A course that comes before another.</summary>
public sealed class CourseNeed : IBelongToBranch
{
    private CourseNeed() { }

    internal CourseNeed(Course course, int neededId) => (Course, BranchId, NeededId) = (course, course.BranchId, neededId);

    public int CourseId { get; private init; }
    public Course Course { get; private init; } = null!;

    /// <summary>That of the course which needs it.</summary>
    public int BranchId { get; private init; }

    public int NeededId { get; private init; }
    public Course Needed { get; private init; } = null!;
}
