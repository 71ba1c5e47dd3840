using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

public sealed class QuizForm : IFormOf<QuizForm, Quiz>
{
    [Display(Name = "Title"), Required, StringLength(Quiz.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "Published by"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "What it is about"), StringLength(Quiz.IntroductionMaxLength), DataType(DataType.MultilineText)]
    public string? Introduction { get; set; }

    [Display(Name = "For whom"), Required, EnumDataType(typeof(AudienceKind))]
    public AudienceKind? AudienceKind { get; set; } = Domain.Access.AudienceKind.Subtree;

    [Display(Name = "Only these stages")]
    public List<Stage> Stages { get; set; } = [];

    [Display(Name = "Pass mark in percent"), Required, Range(1, 100)]
    public int? PassMark { get; set; } = 60;

    [Display(Name = "Attempts at most"), Range(1, Quiz.MostAttemptsLimit)]
    public int? MostAttempts { get; set; }

    [Display(Name = "Minutes at most"), Range(1, Quiz.MostMinutes)]
    public int? Minutes { get; set; }

    [Display(Name = "Open book: one may look things up")]
    public bool IsOpenBook { get; set; } = true;

    [Display(Name = "To be passed by")]
    public DateOnly? DueOn { get; set; }

    public Guid Version { get; set; }

    public QuizContent Content() => new(Title!, AudienceKind!.Value) { Stages = Stages, Introduction = Introduction, PassMark = PassMark!.Value, MostAttempts = MostAttempts, Minutes = Minutes, IsOpenBook = IsOpenBook, DueOn = DueOn };

    public static QuizForm For(Quiz quiz) => new()
    {
        Title = quiz.Title,
        BranchId = quiz.BranchId,
        Introduction = quiz.Introduction,
        AudienceKind = quiz.AudienceKind,
        Stages = [.. StageBits.StagesIn(quiz.StageBits)],
        PassMark = quiz.PassMark,
        MostAttempts = quiz.MostAttempts,
        Minutes = quiz.Minutes,
        IsOpenBook = quiz.IsOpenBook,
        DueOn = quiz.DueOn,
        Version = quiz.Version,
    };
}

/// <summary>Some questions under a tag, by chance.</summary>
public sealed class DrawForm : IForm
{
    [Display(Name = "Tag"), Required, StringLength(QuestionTag.NameMaxLength)]
    public string? Tag { get; set; }

    [Display(Name = "How many"), Required, Range(1, QuizItem.MostDrawn)]
    public int? Count { get; set; } = 5;
}
