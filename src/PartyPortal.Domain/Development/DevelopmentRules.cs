using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Development;

/// <summary>The steps of member development (发展党员) between which terms run, in their order.</summary>
public enum DevelopmentStep
{
    [Display(Name = "Application handed in")]
    Application = 1,

    [Display(Name = "Talk with the applicant")]
    Talk,

    [Display(Name = "Accepted as activist")]
    Activist,

    [Display(Name = "First half-yearly review")]
    Review,

    [Display(Name = "First day of the public posting")]
    Posting,

    [Display(Name = "Listed as candidate for development")]
    Candidate,

    [Display(Name = "Pre-review passed")]
    PreReview,

    [Display(Name = "Branch meeting on the admission")]
    Meeting,

    [Display(Name = "Approval of the admission")]
    Approval,

    [Display(Name = "Oath")]
    Oath,

    [Display(Name = "Branch meeting on the conversion")]
    ConversionMeeting,

    [Display(Name = "Approval of the conversion")]
    ConversionApproval,
}

public enum TermKind
{
    /// <summary>A minimum period: earlier is not allowed.</summary>
    [Display(Name = "not before")]
    NotBefore = 1,

    /// <summary>A deadline.</summary>
    [Display(Name = "at the latest")]
    AtTheLatest,
}

/// <summary>A term from one step to another: months, or working days.</summary>
/// <param name="IsVerified">Two independent sources agree; otherwise it is shown as 待核.</param>
public sealed record DevelopmentTerm(DevelopmentStep From, DevelopmentStep Until, TermKind Kind, int Article, int Months = 0, int WorkingDays = 0, bool IsVerified = true);

/// <summary>One edition of the regulation. Rules are data: a case is judged by the edition under which it was begun.</summary>
/// <param name="Since">The day of its publication.</param>
public sealed record DevelopmentRules(string Title, DateOnly Since, IReadOnlyList<DevelopmentTerm> Terms)
{
    public static readonly DevelopmentRules Of2026 = new("《中国共产党发展党员工作细则》", new DateOnly(2026, 5, 18),
    [
        new(DevelopmentStep.Application, DevelopmentStep.Talk, TermKind.AtTheLatest, Article: 7, Months: 1),
        new(DevelopmentStep.Activist, DevelopmentStep.Review, TermKind.AtTheLatest, Article: 13, Months: 6),
        new(DevelopmentStep.Activist, DevelopmentStep.Candidate, TermKind.NotBefore, Article: 13, Months: 12),
        new(DevelopmentStep.Posting, DevelopmentStep.Candidate, TermKind.NotBefore, Article: 13, WorkingDays: 5),
        new(DevelopmentStep.PreReview, DevelopmentStep.Meeting, TermKind.AtTheLatest, Article: 19, Months: 1),
        new(DevelopmentStep.Meeting, DevelopmentStep.Approval, TermKind.AtTheLatest, Article: 25, Months: 3),
        new(DevelopmentStep.Approval, DevelopmentStep.Oath, TermKind.AtTheLatest, Article: 29, Months: 1, IsVerified: false),
        new(DevelopmentStep.Meeting, DevelopmentStep.ConversionMeeting, TermKind.NotBefore, Article: 31, Months: 12),
        new(DevelopmentStep.ConversionMeeting, DevelopmentStep.ConversionApproval, TermKind.AtTheLatest, Article: 33, Months: 3),
    ]);
}
