using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Collections;

/// <summary>Times are typed in Beijing time.</summary>
public sealed class CollectionForm : IFormOf<CollectionForm, Collection>
{
    [Display(Name = "Title"), Required, StringLength(Collection.TitleMaxLength)]
    public string? Title { get; set; }

    /// <summary>Chosen by whoever asks for the whole university; others ask for their own organisation.</summary>
    [Display(Name = "Asking organisation"), BranchChoice]
    public int? BranchId { get; set; }

    [Display(Name = "What is asked for, and why"), Required, StringLength(Collection.BodyMaxLength)]
    public string? Body { get; set; }

    [Display(Name = "Who is asked"), Required, EnumDataType(typeof(CollectionReach))]
    public CollectionReach? Reach { get; set; }

    [Display(Name = "Which of the people"), Required, EnumDataType(typeof(AskedStages))]
    public AskedStages? Stages { get; set; } = AskedStages.Everybody;

    [Display(Name = "The chosen ones"), StringLength(Collection.ChosenMaxLength), DataType(DataType.MultilineText)]
    public string? Chosen { get; set; }

    [Display(Name = "Due at"), Required]
    public DateTime? DueAt { get; set; }

    [Display(Name = "Take late answers, marked as late")]
    public bool TakesLate { get; set; } = true;

    public Guid Version { get; set; }

    public CollectionContent Content() => new(Title!, RichText.Clean(Body), Reach!.Value, PortalClock.ToUtc(DueAt!.Value)) { Stages = Stages!.Value, Chosen = Chosen, TakesLate = TakesLate };

    public static CollectionForm For(Collection collection) => new()
    {
        Title = collection.Title,
        BranchId = collection.BranchId,
        Body = collection.Body,
        Reach = collection.Reach,
        Stages = collection.Stages,
        Chosen = collection.Chosen,
        DueAt = PortalClock.InShanghai(collection.DueAt),
        TakesLate = collection.TakesLate,
        Version = collection.Version,
    };
}

/// <summary>Another date for a collection under way.</summary>
public sealed class DueForm : IForm
{
    [Display(Name = "Due at"), Required]
    public DateTime? DueAt { get; set; }

    [Display(Name = "Take late answers, marked as late")]
    public bool TakesLate { get; set; }
}

public sealed class QuestionForm : IForm
{
    private static readonly char[] Lines = ['\r', '\n'];

    [Display(Name = "Kind of answer"), Required, EnumDataType(typeof(QuestionKind))]
    public QuestionKind Kind { get; set; } = QuestionKind.ShortText;

    [Display(Name = "What is asked"), Required, StringLength(CollectionQuestion.LabelMaxLength)]
    public string? Label { get; set; }

    [Display(Name = "Hint"), StringLength(CollectionQuestion.HintMaxLength)]
    public string? Hint { get; set; }

    [Display(Name = "Must be answered")]
    public bool IsRequired { get; set; } = true;

    [Display(Name = "Answers to choose from"), StringLength(CollectionQuestion.ChoicesMaxLength), DataType(DataType.MultilineText)]
    public string? Choices { get; set; }

    [Display(Name = "Kinds of files")]
    public List<FileKind> FileKinds { get; set; } = [FileKind.Pdf, FileKind.Document, FileKind.Spreadsheet, FileKind.Picture];

    [Display(Name = "Files at most"), Range(1, CollectionQuestion.MostFilesEach)]
    public int MostFiles { get; set; } = 1;

    [Display(Name = "Megabytes each at most"), Range(1, 500)]
    public int MostMegabytes { get; set; } = 20;

    [Display(Name = "Place"), Range(1, Collection.MostQuestions)]
    public int Position { get; set; } = 1;

    public QuestionContent Content(int mostMegabytes) => new(Kind, Label!)
    {
        Hint = Hint,
        IsRequired = IsRequired,
        Choices = (Choices ?? "").Split(Lines, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        FileKinds = FileKinds,
        MostFiles = MostFiles,
        MostMegabytes = Math.Min(MostMegabytes, mostMegabytes),
    };

    public static QuestionForm For(CollectionQuestion question) => new()
    {
        Kind = question.Kind,
        Label = question.Label,
        Hint = question.Hint,
        IsRequired = question.IsRequired,
        Choices = string.Join('\n', question.Choices),
        FileKinds = [.. question.FileKinds],
        MostFiles = Math.Max(1, question.MostFiles),
        MostMegabytes = Math.Max(1, question.MostMegabytes),
        Position = question.Position,
    };
}

public sealed class SendForm : IForm
{
    [Display(Name = "Why it must be"), StringLength(Collection.ReasonMaxLength)]
    public string? Reason { get; set; }
}

public sealed class ReturnForm : IForm
{
    [Display(Name = "What is to be changed"), Required, StringLength(CollectionAnswer.ReasonMaxLength)]
    public string? Reason { get; set; }
}
