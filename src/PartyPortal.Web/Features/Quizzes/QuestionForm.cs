using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

public sealed class QuestionForm : IFormOf<QuestionForm, Question>
{
    /// <summary>So many lines for answers stand open; the others are folded.</summary>
    public const int OpenOptions = 5;

    private static readonly char[] Lines = ['\r', '\n'];

    /// <summary>Chosen before the form; afterwards it only decides which fields are shown.</summary>
    [EnumDataType(typeof(QuestionKind))]
    public QuestionKind Kind { get; set; }

    [Display(Name = "Owner of the question"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "Question text"), Required, StringLength(Question.TextMaxLength), DataType(DataType.MultilineText)]
    public string? Text { get; set; }

    public List<OptionForm> Options { get; set; } = [];

    [Display(Name = "The statement is")]
    public bool? IsTrue { get; set; }

    [Display(Name = "Right answers"), StringLength(Question.MostOptions * (Question.FillInMaxLength + 2)), DataType(DataType.MultilineText)]
    public string? Accepted { get; set; }

    [Display(Name = "What a good answer says"), StringLength(Question.TextMaxLength), DataType(DataType.MultilineText)]
    public string? ModelAnswer { get; set; }

    [Display(Name = "Regulation and article"), StringLength(Question.ArticleMaxLength)]
    public string? Article { get; set; }

    [Display(Name = "Not verified yet")]
    public bool IsUnverified { get; set; }

    [Display(Name = "Explanation"), StringLength(Question.TextMaxLength), DataType(DataType.MultilineText)]
    public string? Explanation { get; set; }

    [Display(Name = "Tags"), StringLength(Question.MostTags * (QuestionTag.NameMaxLength + 2))]
    public string? Tags { get; set; }

    public Guid Version { get; set; }

    public QuestionContent Content() => new(Kind, Text!)
    {
        Options = Options.ConvertAll(o => new QuestionOption(o.Text, o.IsRight)),
        IsTrue = IsTrue,
        Accepted = (Accepted ?? "").Split(Lines),
        ModelAnswer = ModelAnswer,
        Article = Article,
        IsUnverified = IsUnverified,
        Explanation = Explanation,
        Tags = TagWords.Split(Tags),
    };

    public static QuestionForm For(Question question) => new()
    {
        Kind = question.Kind,
        BranchId = question.BranchId,
        Text = question.Text,
        Options = [.. question.Content.Options.Select(o => new OptionForm { Text = o.Text, IsRight = o.IsRight })],
        IsTrue = question.Content.IsTrue,
        Accepted = string.Join('\n', question.Content.Accepted),
        ModelAnswer = question.Content.ModelAnswer,
        Article = question.Article,
        IsUnverified = question.IsUnverified,
        Explanation = question.Explanation,
        Tags = string.Join('、', question.Tags.Select(t => t.Name)),
        Version = question.Version,
    };
}

public sealed class OptionForm
{
    [StringLength(Question.OptionMaxLength)]
    public string? Text { get; set; }

    [Display(Name = "This answer is right")]
    public bool IsRight { get; set; }
}

public sealed class WithdrawQuestionForm : IForm
{
    [Display(Name = "Reason"), Required, StringLength(Question.ReasonMaxLength)]
    public string? Reason { get; set; }
}
