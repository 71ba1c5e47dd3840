using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Feedback;

/// <summary>What a message is. Reports about breaches of discipline do not belong here: they have a way of their own.</summary>
public enum FeedbackKind
{
    [Display(Name = "Suggestion")]
    Suggestion = 1,

    [Display(Name = "Question")]
    Question,

    [Display(Name = "Problem")]
    Problem,

    [Display(Name = "Request for help")]
    Help,

    [Display(Name = "Praise")]
    Praise,
}

public enum FeedbackState
{
    [Display(Name = "Received")]
    Received = 1,

    [Display(Name = "Answered")]
    Answered,

    [Display(Name = "Closed")]
    Closed,

    [Display(Name = "In work")]
    InWork,
}

/// <summary>Whom a signed message shows its name to: whoever answers it reads it, so this decides who answers.</summary>
public enum NameReach
{
    [Display(Name = "Whoever answers, as the rules below say")]
    Answering = 1,

    [Display(Name = "Only the organisation office of the university, which then answers")]
    TopOnly,
}

/// <summary>What the sender thinks of the answer.</summary>
public enum Satisfaction
{
    [Display(Name = "Satisfied")]
    Satisfied = 1,

    [Display(Name = "Partly satisfied")]
    Partly,

    [Display(Name = "Not satisfied")]
    NotSatisfied,
}
