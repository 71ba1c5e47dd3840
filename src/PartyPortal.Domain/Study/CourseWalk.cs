namespace PartyPortal.Domain.Study;

/// <summary>A lesson as one learner stands before it.</summary>
/// <param name="LessonId">Which.</param>
/// <param name="IsDone">Whether the learner calls its material done, or has passed its quiz, here or elsewhere.</param>
/// <param name="IsOpen">Whether it may be marked as done now.</param>
public sealed record LessonStand(int LessonId, bool IsDone, bool IsOpen);

/// <summary>How far a learner has come with a course, from what is done and nothing else.</summary>
/// <param name="lessonIds">The lessons that the learner may open, in their order: what is withdrawn holds nobody up.</param>
/// <param name="done">Those that are done.</param>
/// <param name="isInOrder">Whether a lesson opens only when those before it are done.</param>
/// <param name="isHeldBack">Whether another course comes first.</param>
public sealed class CourseWalk(IReadOnlyList<int> lessonIds, IReadOnlySet<int> done, bool isInOrder, bool isHeldBack)
{
    public IReadOnlyList<LessonStand> Lessons { get; } = [.. lessonIds.Select((id, i) => new LessonStand(id, done.Contains(id), !isHeldBack && (!isInOrder || lessonIds.Take(i).All(done.Contains))))];

    public int Done => Lessons.Count(l => l.IsDone);

    public bool IsComplete => Lessons.Count > 0 && Done == Lessons.Count;

    /// <summary>Where to go on: the first lesson that is not done; null where all are.</summary>
    public int? Next => Lessons.FirstOrDefault(l => !l.IsDone)?.LessonId;

    /// <exception cref="RuleBrokenException">It is none of the lessons, or something comes before it.</exception>
    public void RequireOpen(int lessonId)
    {
        if (isHeldBack) throw new RuleBrokenException("Another course comes before this one. Finish it first.");
        if (Lessons.FirstOrDefault(l => l.LessonId == lessonId) is not { IsOpen: true }) throw new RuleBrokenException("This lesson opens when the lessons before it are done.");
    }
}
