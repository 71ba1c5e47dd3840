using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Quizzes;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    [Display(Name = "Single choice")]
    Single = 1,

    [Display(Name = "Multiple choice")]
    Multiple,

    [Display(Name = "True or false")]
    TrueFalse,

    [Display(Name = "Fill-in")]
    FillIn,

    /// <summary>Marked by a person.</summary>
    [Display(Name = "Short answer")]
    ShortAnswer,
}

public static class QuestionKinds
{
    public static bool HasOptions(this QuestionKind kind) => kind is QuestionKind.Single or QuestionKind.Multiple;
}
