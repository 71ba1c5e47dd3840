using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Study;

/// <summary>A material at its place in a course.</summary>
public sealed class Lesson : IBelongToBranch
{
    private Lesson() { }

    internal Lesson(Course course, StudyMaterial material, int place) => (Course, BranchId, Material, MaterialId, Place) = (course, course.BranchId, material, material.Id, place);

    public int Id { get; private init; }
    public int CourseId { get; private init; }
    public Course Course { get; private init; } = null!;

    /// <summary>The course's own.</summary>
    public int BranchId { get; private init; }

    public int MaterialId { get; private init; }
    public StudyMaterial Material { get; private init; } = null!;

    /// <summary>From 1.</summary>
    public int Place { get; internal set; }
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
