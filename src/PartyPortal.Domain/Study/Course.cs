using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Domain.Study;

/// <summary>What an author writes about a course.</summary>
public sealed record CourseContent(string Title, StudyCategory Category, AudienceKind Audience)
{
    /// <summary>Of these alone; none: everybody of the audience.</summary>
    public IReadOnlyCollection<Stage> Stages { get; init; } = [];

    public string? Summary { get; init; }

    /// <summary>What is learned, and in which order; needed before it is published.</summary>
    public string? Outline { get; init; }

    /// <summary>Who answers for it, as learners may ask: an office or a function; needed before it is published.</summary>
    public string? Responsible { get; init; }

    /// <summary>Whether a lesson opens only when those before it are done.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>The class hours that it gives; null for none.</summary>
    public decimal? Hours { get; init; }
}

/// <summary>Lessons in an order that end in something learned. What goes to the Internet needs the approval of a second person.</summary>
public sealed class Course : IBelongToBranch, IVersioned, IAudited
{
    public const int TitleMaxLength = 120;
    public const int SummaryMaxLength = 300;
    public const int OutlineMaxLength = 4000;
    public const int ResponsibleMaxLength = 100;
    public const int ReasonMaxLength = 300;
    public const int StarterNameMaxLength = 20;
    public const int MostLessons = 60;
    public const int MostNeeds = 5;

    private readonly List<Lesson> _lessons = [];
    private readonly List<CourseNeed> _needs = [];

    private Course() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Revise"/>.</exception>
    public Course(int branchId, CourseContent content, Viewer by, DateTime now)
    {
        (BranchId, PublishedAt) = (branchId, now);
        Revise(content, by);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string Title { get; private set; } = "";
    public StudyCategory Category { get; private set; }
    public string Summary { get; private set; } = "";
    public string Outline { get; private set; } = "";
    public string? Responsible { get; private set; }
    public bool IsInOrder { get; private set; }

    /// <summary>The class hours that it gives to whoever does it from now on; null for none.</summary>
    public decimal? Hours { get; private set; }

    public AudienceKind AudienceKind { get; private set; }
    public string AudienceKey { get; private set; } = "";

    /// <summary>The stages of the audience that it is for; 0 for all.</summary>
    public int StageBits { get; private set; }

    public Addressees Addressees => new(AudienceKind, BranchId, StageBits);
    public StudyState State { get; private set; } = StudyState.Draft;

    /// <summary>Since when it is to be taken; before that, when it was begun.</summary>
    public DateTime PublishedAt { get; private set; }

    /// <summary>The starter course from which it began, of which an organisation has one; null for what people wrote themselves.</summary>
    public string? StarterName { get; init; }

    public string? EditedBy { get; private set; }
    public string? PublishedBy { get; private set; }
    public string? ApprovedBy { get; private set; }
    public string? WithdrawnBecause { get; private set; }

    /// <summary>What the reviewer wants mended; null once it was handed in again.</summary>
    public string? SentBackBecause { get; private set; }

    /// <summary>In the order in which they are taken.</summary>
    public IReadOnlyList<Lesson> Lessons => [.. _lessons.OrderBy(l => l.Place).ThenBy(l => l.Id)];

    /// <summary>The courses that come before this one.</summary>
    public IReadOnlyList<CourseNeed> Needs => _needs;

    /// <summary>How often it was changed, its lessons included: so that each change is a change of the course.</summary>
    public int Revision { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Changes what is said of it; its lessons are loaded with what they consist of. What is for the Internet, waits for approval or was withdrawn becomes a draft again.</summary>
    /// <exception cref="RuleBrokenException">It has no title, addresses whom the author may not address, or reaches further than its lessons.</exception>
    public void Revise(CourseContent content, Viewer by)
    {
        Refuse(string.IsNullOrWhiteSpace(content.Title), Key("Write a title."), nameof(Title));
        Publishing.RequireAddressable(content.Audience, by);

        (Title, Category, Summary, Outline) = (content.Title, content.Category, content.Summary ?? "", content.Outline ?? "");
        (Responsible, IsInOrder, Hours) = (content.Responsible, content.IsInOrder, content.Hours);
        (AudienceKind, AudienceKey, StageBits) = (content.Audience, Audience.KeyOf(content.Audience, BranchId), Publishing.StageBits(content.Audience, content.Stages));
        if (State is StudyState.Published) RefuseOutOfReach(Lessons);
        Touch(by);
    }

    /// <summary>Puts a material behind the last lesson.</summary>
    /// <exception cref="RuleBrokenException">It is in the course already, is withdrawn or not for all whom a published course is for, or the course has as many lessons as it may.</exception>
    public Lesson Add(StudyMaterial material, Viewer by)
    {
        Refuse(material.State is StudyState.Withdrawn, Key("This material is withdrawn."));
        Refuse(_lessons.Exists(l => l.MaterialId == material.Id), Key("This material is in the course already."));
        return Add(new Lesson(this, material, _lessons.Count + 1), by);
    }

    /// <summary>Puts a quiz behind the last lesson: it is done when it is passed.</summary>
    /// <exception cref="RuleBrokenException">As for a material.</exception>
    public Lesson Add(Quiz quiz, Viewer by)
    {
        Refuse(quiz.State is QuizState.Withdrawn, Key("This quiz is withdrawn."));
        Refuse(_lessons.Exists(l => l.QuizId == quiz.Id), Key("This quiz is in the course already."));
        return Add(new Lesson(this, quiz, _lessons.Count + 1), by);
    }

    /// <summary>Puts a training class behind the last lesson: it is done by whoever gets its certificate.</summary>
    /// <exception cref="RuleBrokenException">As for a material.</exception>
    public Lesson Add(TrainingClass trainingClass, Viewer by, DateOnly today)
    {
        Refuse(trainingClass.State is ClassState.Cancelled, Key("This class is cancelled."));
        Refuse(_lessons.Exists(l => l.IsOrWas(trainingClass)), Key("This class is in the course already."));
        return Add(new Lesson(this, trainingClass, _lessons.Count + 1, today), by);
    }

    /// <summary>Puts another training class in the place of one that people cannot come to: whoever has the certificate of that has done the lesson all the same.</summary>
    /// <exception cref="RuleBrokenException">The lesson is no class, or the other one is cancelled, in the course already or not for all whom a published course is for.</exception>
    public void Replace(Lesson lesson, TrainingClass other, Viewer by, DateOnly today)
    {
        Refuse(lesson.ClassId is null, Key("Only a training class can be replaced by another one."));
        Refuse(other.State is ClassState.Cancelled, Key("This class is cancelled."));
        Refuse(lesson.ClassId == other.Id || _lessons.Exists(l => l != lesson && l.IsOrWas(other)), Key("This class is in the course already."));

        lesson.Hold(other, today);
        if (State is StudyState.Published) RefuseOutOfReach([lesson]);
        Touch(by);
    }

    /// <summary>Takes a lesson out; those behind it move up.</summary>
    public void Remove(int lessonId, Viewer by)
    {
        _lessons.RemoveAll(l => l.Id == lessonId);
        Arrange([.. Lessons.Select(l => l.Id)], by);
    }

    /// <summary>Moves a lesson to another place, counted from 1; what lies beyond the last is the last.</summary>
    /// <exception cref="RuleBrokenException">It is no lesson of the course.</exception>
    public void Move(int lessonId, int to, Viewer by)
    {
        List<int> order = [.. Lessons.Select(l => l.Id).Where(l => l != lessonId)];
        order.Insert(Math.Clamp(to - 1, 0, order.Count), lessonId);
        Arrange(order, by);
    }

    /// <summary>Brings the lessons into this order.</summary>
    /// <exception cref="RuleBrokenException">These are not the lessons of the course, each once: somebody else changed it meanwhile.</exception>
    public void Arrange(IReadOnlyList<int> lessonIds, Viewer by)
    {
        Refuse(!_lessons.Select(l => l.Id).Order().SequenceEqual(lessonIds.Order()), Key("The lessons have changed meanwhile. Look at the course again, then put them in order."));
        foreach (var lesson in _lessons) lesson.Place = lessonIds.ToList().IndexOf(lesson.Id) + 1;
        Touch(by);
    }

    /// <summary>Says which courses come before this one.</summary>
    /// <param name="courseIds">Those courses.</param>
    /// <param name="graph">What each course needs now, of the whole portal.</param>
    /// <param name="title">The title of a course, as far as the author may read it.</param>
    /// <param name="by">The author.</param>
    /// <exception cref="RuleBrokenException">They are too many, or lead back to this one: the loop is named.</exception>
    public void Require(IReadOnlyCollection<int> courseIds, ILookup<int, int> graph, Func<int, string> title, Viewer by)
    {
        if (courseIds.Count > MostNeeds) throw new RuleBrokenException("At most {0} courses come before another.", MostNeeds) { Field = nameof(Needs) };
        if (Prerequisites.Loop(Id, courseIds, graph) is { } loop) throw new RuleBrokenException("These courses would wait for each other: {0}.", string.Join(" → ", loop.Select(title))) { Field = nameof(Needs) };

        _needs.RemoveAll(n => !courseIds.Contains(n.NeededId));
        _needs.AddRange(courseIds.Where(id => !_needs.Exists(n => n.NeededId == id)).Select(id => new CourseNeed(this, id)));
        Touch(by);
    }

    /// <summary>Publishes it; for the Internet, asks for approval first. Its lessons are loaded with what they consist of.</summary>
    /// <exception cref="RuleBrokenException">It is no draft, lacks lessons, an outline or who answers for it, or a lesson is not for all whom the course is for.</exception>
    public void Publish(Viewer by, DateTime now)
    {
        Refuse(State is not StudyState.Draft, Key("This course is not a draft any more."));
        Refuse(string.IsNullOrWhiteSpace(Outline), Key("Write the outline first: what is learned, and in which order."));
        Refuse(string.IsNullOrWhiteSpace(Responsible), Key("Say first who answers for the course."));
        Refuse(_lessons.Count == 0, Key("Put at least one lesson into the course first."));
        RefuseOutOfReach(Lessons);

        (PublishedBy, SentBackBecause) = (by.AccountId, null);
        if (AudienceKind is AudienceKind.Internet) State = StudyState.AwaitingApproval;
        else Release(now);
    }

    /// <exception cref="RuleBrokenException">It does not wait for approval, the approver wrote or submitted it, or a lesson is not for all any more.</exception>
    public void Approve(Viewer by, DateTime now)
    {
        RequireReviewer(by);
        RefuseOutOfReach(Lessons);
        ApprovedBy = by.AccountId;
        Release(now);
    }

    /// <summary>Gives it back to be mended and handed in again.</summary>
    /// <exception cref="RuleBrokenException">It does not wait for approval, the reviewer wrote or submitted it, or no reason is given.</exception>
    public void SendBack(string? reason, Viewer by)
    {
        RequireReviewer(by);
        Refuse(string.IsNullOrWhiteSpace(reason), Key("Say what is to be mended."), "Reason");
        (State, SentBackBecause) = (StudyState.Draft, reason);
    }

    /// <summary>Takes it away from learners; editing it brings it back as a draft.</summary>
    /// <exception cref="RuleBrokenException">It is withdrawn already, or no reason is given.</exception>
    public void Withdraw(string? reason)
    {
        Refuse(State is StudyState.Withdrawn, Key("This course is withdrawn already."));
        Refuse(string.IsNullOrWhiteSpace(reason), Key("Say why it is withdrawn."), "Reason");
        (State, WithdrawnBecause) = (StudyState.Withdrawn, reason);
    }

    private Lesson Add(Lesson lesson, Viewer by)
    {
        if (_lessons.Count == MostLessons) throw new RuleBrokenException("A course has at most {0} lessons. Make two courses of it.", MostLessons);

        if (State is StudyState.Published) RefuseOutOfReach([lesson]);
        _lessons.Add(lesson);
        Touch(by);
        return lesson;
    }

    private void RefuseOutOfReach(IEnumerable<Lesson> lessons)
    {
        foreach (var lesson in lessons)
        {
            if (!lesson.IsPublished) throw new RuleBrokenException("Publish this lesson first, or take it out: {0}.", lesson.Title);
            if (!lesson.IsOpenTo(Addressees, Branch)) throw new RuleBrokenException("Not everybody whom the course is for may open this lesson: {0}.", lesson.Title);
        }
    }

    private void RequireReviewer(Viewer by)
    {
        Refuse(State is not StudyState.AwaitingApproval, Key("This course does not wait for approval."));
        Publishing.RequireSecondPerson(by, EditedBy, PublishedBy);
    }

    private void Release(DateTime now) => (State, PublishedAt, WithdrawnBecause) = (StudyState.Published, now, null);

    private void Touch(Viewer by)
    {
        (EditedBy, Revision) = (by.AccountId, Revision + 1);
        if (State is not StudyState.Published || AudienceKind is AudienceKind.Internet) State = StudyState.Draft;
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(bool isBroken, string sentence, string? field = null)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}
