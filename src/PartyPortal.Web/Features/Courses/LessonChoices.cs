using PartyPortal.Data;

namespace PartyPortal.Web.Features.Courses;

/// <summary>A quiz or a training class that may be a lesson of a course.</summary>
/// <param name="IsDraft">Whether learners do not see it yet.</param>
/// <param name="IsIn">Whether the course has it already.</param>
public sealed record LessonChoice(int Id, string Title, bool IsDraft, string Branch, bool IsIn);

/// <param name="CourseId">The course that takes them up.</param>
/// <param name="Icon">Beside each.</param>
/// <param name="Kind">What each is.</param>
public sealed record LessonChoices(int CourseId, string Icon, string Kind, Slice<LessonChoice> Found)
{
    /// <summary>The lesson in whose place it is put; null where it becomes the last one.</summary>
    public int? InPlaceOf { get; init; }
}
