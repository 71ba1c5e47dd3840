using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Postings;

/// <summary>Before which decision persons are posted (公示).</summary>
public enum PostingKind
{
    [Display(Name = "To be listed as candidate for development")]
    Candidate = 1,

    [Display(Name = "To be admitted as probationary member")]
    Admission,

    [Display(Name = "To become full member")]
    Conversion,
}

/// <summary>What a posting rests on. Rules are data.</summary>
/// <param name="Stage">Where the persons stand while they are posted.</param>
/// <param name="LeastDays">Working days below which it is no posting.</param>
/// <param name="IsVerified">The article says it of this very step; otherwise it is taken over by local practice, and shown as 待核.</param>
public sealed record PostingRule(PostingKind Kind, Stage Stage, int Article, int LeastDays, bool IsVerified)
{
    public const string Regulation = "《中国共产党发展党员工作细则》";

    private static readonly PostingRule[] All =
    [
        new(PostingKind.Candidate, Stage.Activist, Article: 13, LeastDays: 5, IsVerified: true),
        new(PostingKind.Admission, Stage.Candidate, Article: 13, LeastDays: 5, IsVerified: false),
        new(PostingKind.Conversion, Stage.ProbationaryMember, Article: 13, LeastDays: 5, IsVerified: false),
    ];

    public static PostingRule Of(PostingKind kind) => All.Single(rule => rule.Kind == kind);
}
