namespace PartyPortal.Domain.People;

/// <summary>Where a person stands between first application and departure (发展党员工作细则). Member means probationary or full.</summary>
public enum Stage
{
    NonMember = 0,
    Applicant = 1,
    Activist,
    Candidate,
    ProbationaryMember,
    FullMember,
    Former = 9,
}
