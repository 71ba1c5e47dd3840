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

/// <summary>Several stages as one number, so that a gate compares them in one step.</summary>
public static class StageBits
{
    public static int Bit(this Stage stage) => 1 << (int)stage;

    public static int Bits(this IEnumerable<Stage> stages) => stages.Aggregate(0, (bits, stage) => bits | stage.Bit());

    public static IReadOnlyList<Stage> StagesIn(int bits) => [.. Enum.GetValues<Stage>().Where(stage => (bits & stage.Bit()) != 0)];
}
