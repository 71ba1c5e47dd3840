using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Quizzes;

public enum QuizState
{
    [Display(Name = "Draft")]
    Draft = 1,

    [Display(Name = "Published")]
    Published,

    [Display(Name = "Withdrawn")]
    Withdrawn,
}

/// <summary>How far an attempt is.</summary>
public enum AttemptState
{
    [Display(Name = "Under way")]
    Open = 1,

    /// <summary>A person marks what no key can.</summary>
    [Display(Name = "Handed in, being marked")]
    Waiting,

    [Display(Name = "Marked")]
    Marked,
}

/// <summary>What an answer is worth, in halves of its question.</summary>
public enum Mark
{
    [Display(Name = "Not right")]
    Wrong = 0,

    [Display(Name = "Partly right")]
    Half = 1,

    [Display(Name = "Right")]
    Right = 2,
}
