using System.Security.Cryptography;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Study;

/// <summary>That somebody has done a course, and the certificate of it: title and day stay when the course changes.</summary>
public sealed class CourseCompletion : IBelongToAccount
{
    /// <summary>80 bits: whoever knows a code has seen the paper.</summary>
    public const int CodeLength = 16;

    private CourseCompletion() { }

    public CourseCompletion(Course course, string accountId, DateOnly on)
    {
        (CourseId, Title, AccountId, On, Hours) = (course.Id, course.Title, accountId, on, course.Hours);
        Code = RandomNumberGenerator.GetString(PlainCode.Letters, CodeLength);
    }

    public int Id { get; private init; }
    public int CourseId { get; private init; }
    public Course Course { get; private init; } = null!;
    public string AccountId { get; private init; } = "";

    /// <summary>What the course was called that day.</summary>
    public string Title { get; private init; } = "";

    [Personal] public DateOnly On { get; private init; }

    /// <summary>The class hours that the course gave that day; null for none.</summary>
    [Personal] public decimal? Hours { get; private init; }

    /// <summary>By which somebody who holds the paper learns whether it is genuine.</summary>
    [Personal] public string Code { get; private init; } = "";
}
