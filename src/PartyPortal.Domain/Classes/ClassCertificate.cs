using System.Security.Cryptography;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Classes;

/// <summary>That somebody has completed a class, and the certificate of it. It is checked where certificates of courses are.</summary>
public sealed class ClassCertificate : IBelongToBranch
{
    /// <summary>80 bits, as on the certificate of a course.</summary>
    public const int CodeLength = 16;

    private ClassCertificate() { }

    public ClassCertificate(TrainingClass of, string accountId, DateOnly on)
    {
        (ClassId, BranchId, Title, Hours, AccountId, On) = (of.Id, of.BranchId, of.Title, of.Hours, accountId, on);
        Code = RandomNumberGenerator.GetString(PlainCode.Letters, CodeLength);
    }

    public int Id { get; private init; }
    public int ClassId { get; private init; }
    public TrainingClass Class { get; private init; } = null!;
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string AccountId { get; private init; } = "";
    public string Title { get; private init; } = "";
    [Personal] public decimal Hours { get; private init; }
    [Personal] public DateOnly On { get; private init; }
    [Personal] public string Code { get; private init; } = "";

    /// <summary>Whether the courses that this was the last lesson of were looked for.</summary>
    public bool IsInCourses { get; private set; }

    public void PutIntoCourses() => IsInCourses = true;
}
