using PartyPortal.Data;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Web.Features.Study;

public sealed record MyStudyRow(int Id, string Title, StudyKind Kind, StudyCategory Category, int Position);

/// <param name="Lessons">Those that are to be taken now.</param>
/// <param name="Done">Of these, by the learner.</param>
public sealed record MyCourseRow(int Id, string Title, int Lessons, int Done);

/// <summary>An attempt at a quiz that is not handed in.</summary>
public sealed record MyAttemptRow(int Id, string Title, int Number);

/// <param name="Kind">The form of the material; null where it is a course.</param>
public sealed record MyNewRow(int Id, string Title, StudyKind? Kind, StudyCategory Category, string Branch, DateTime PublishedAt);

/// <param name="Id">Of the course, or of the training class.</param>
public sealed record MyCertificateRow(int Id, string Title, DateOnly On, bool IsOfClass);

/// <param name="Done">A slice: what is no longer the first of them shows nothing else.</param>
public sealed record MyStudyPage(Slice<MyStudyRow> Done)
{
    public MyStudyNow? Now { get; init; }
}

/// <param name="Due">Of all kinds of study, by day.</param>
/// <param name="New">Published lately and not begun.</param>
public sealed record MyStudyNow(TodoList Due, MyUnderWay UnderWay, IReadOnlyList<MyNewRow> New, IReadOnlyList<MyCertificateRow> Certificates)
{
    /// <summary>Of whoever is to be trained before an admission; null for everybody else.</summary>
    public TrainingBeforeAdmission? Training { get; init; }
}

public sealed record MyUnderWay(IReadOnlyList<MyAttemptRow> Attempts, IReadOnlyList<MyCourseRow> Courses, IReadOnlyList<MyStudyRow> Materials)
{
    public bool IsEmpty => Attempts.Count + Courses.Count + Materials.Count == 0;
}
