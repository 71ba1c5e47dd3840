using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.People;

/// <summary>Where a person stands between first application and departure (发展党员工作细则). Member means probationary or full.</summary>
public enum Stage
{
    [Display(Name = "Non-member")]
    NonMember = 0,

    [Display(Name = "Applicant")]
    Applicant = 1,

    [Display(Name = "Activist")]
    Activist,

    [Display(Name = "Candidate for development")]
    Candidate,

    [Display(Name = "Probationary member")]
    ProbationaryMember,

    [Display(Name = "Full member")]
    FullMember,

    [Display(Name = "Former")]
    Former = 9,
}
