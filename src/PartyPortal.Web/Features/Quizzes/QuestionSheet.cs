using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>What a column of an uploaded bank means.</summary>
public enum QuestionColumn
{
    [Display(Name = "Not used")]
    Unused,

    [Display(Name = "Kind of question")]
    Kind,

    [Display(Name = "Question text")]
    Text,

    [Display(Name = "Answer A")]
    OptionA,

    [Display(Name = "Answer B")]
    OptionB,

    [Display(Name = "Answer C")]
    OptionC,

    [Display(Name = "Answer D")]
    OptionD,

    [Display(Name = "Answer E")]
    OptionE,

    [Display(Name = "Answer F")]
    OptionF,

    [Display(Name = "Answer G")]
    OptionG,

    [Display(Name = "Answer H")]
    OptionH,

    [Display(Name = "Answer I")]
    OptionI,

    [Display(Name = "Answer J")]
    OptionJ,

    [Display(Name = "Right answer")]
    RightAnswer,

    [Display(Name = "Regulation and article")]
    Article,

    [Display(Name = "Not verified yet")]
    Unverified,

    [Display(Name = "Explanation")]
    Explanation,

    [Display(Name = "Tags")]
    Tags,
}

/// <summary>A bank as a workbook, and the words it is written in.</summary>
internal static class QuestionSheet
{
    public const string Letters = "ABCDEFGHIJ";

    public static readonly string[] Headings = ["题型", "题干", .. Letters.Select(letter => $"选项{letter}"), "正确答案", "依据条款", "待核", "解析", "标签"];

    public static readonly QuestionColumn[] Columns = [.. Enum.GetValues<QuestionColumn>().Skip(1)];

    private static readonly QuestionContent[] Samples =
    [
        new(QuestionKind.Single, "入党积极分子的培养联系人一般有几名？（示例）") { Options = [new("一至二名", true), new("三至五名", false)], Article = "《中国共产党发展党员工作细则》第九条", Tags = ["发展党员"] },
        new(QuestionKind.Multiple, "下列哪些属于组织生活？（示例）") { Options = [new("支部党员大会", true), new("主题党日", true), new("网上购物", false)], IsUnverified = true, Tags = ["组织生活"] },
        new(QuestionKind.TrueFalse, "组织生活会每年至少召开一次。（示例）") { IsTrue = true, Article = "《中国共产党党员教育管理工作条例》第十七条" },
        new(QuestionKind.FillIn, "党员每年集中学习培训一般不少于____学时。（示例：可接受的写法，每行一种）") { Accepted = ["32", "三十二"], IsUnverified = true },
        new(QuestionKind.ShortAnswer, "为什么不在群里发送花名册？（示例）") { ModelAnswer = "含有个人信息，发出后无法收回。", IsUnverified = true },
    ];

    /// <exception cref="RuleBrokenException">It is no workbook, too large, or has no heading of questions.</exception>
    public static Sheet Read(byte[] workbook) => Sheet.Read(workbook, heading => Meaning(heading) is QuestionColumn.Text)
        ?? throw new RuleBrokenException("No heading of a column with questions was found. Use the template, or name the column 题干.") { Field = nameof(WorkbookForm.Workbook) };

    public static Task<byte[]> TemplateAsync() => WriteAsync(Samples);

    public static Task<byte[]> WriteAsync(IEnumerable<QuestionContent> questions) => Sheet.WriteAsync(questions.Select(Cells).Prepend(Headings));

    /// <summary>A question as a row under <see cref="Headings"/>.</summary>
    public static string[] Cells(QuestionContent question) =>
    [
        Word(question.Kind),
        question.Text,
        .. Letters.Select((_, at) => question.Options.ElementAtOrDefault(at)?.Text ?? ""),
        question.Kind switch
        {
            QuestionKind.TrueFalse => question.IsTrue switch { true => "对", false => "错", null => "" },
            QuestionKind.FillIn => string.Join('\n', question.Accepted),
            QuestionKind.ShortAnswer => question.ModelAnswer ?? "",
            _ => string.Concat(question.Options.Index().Where(o => o.Item.IsRight).Select(o => Letters[o.Index])),
        },
        question.Article ?? "",
        question.IsUnverified ? "是" : "",
        question.Explanation ?? "",
        string.Join('、', question.Tags),
    ];

    /// <summary>What a heading means, spaces and capitals taken out.</summary>
    public static QuestionColumn Meaning(string heading) => heading switch
    {
        "题型" or "类型" or "试题类型" or "题目类型" or "kind" or "type" => QuestionColumn.Kind,
        "题干" or "题目" or "试题" or "问题" or "题目内容" or "试题内容" or "question" or "text" => QuestionColumn.Text,
        "正确答案" or "答案" or "标准答案" or "参考答案" or "answer" or "key" => QuestionColumn.RightAnswer,
        "依据条款" or "依据" or "条款" or "出处" or "来源" or "article" => QuestionColumn.Article,
        "待核" or "unverified" => QuestionColumn.Unverified,
        "解析" or "答案解析" or "试题解析" or "explanation" => QuestionColumn.Explanation,
        "标签" or "知识点" or "分类" or "tags" => QuestionColumn.Tags,
        [.. var before, var letter] when before is "" or "选项" or "答案选项" or "option" && Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal) is >= 0 and var at => QuestionColumn.OptionA + at,
        _ => QuestionColumn.Unused,
    };

    /// <summary>Null for a word that is no kind.</summary>
    public static QuestionKind? Kind(string word) => word.ToLowerInvariant() switch
    {
        "单选题" or "单选" or "单项选择题" or "single" or "single choice" => QuestionKind.Single,
        "多选题" or "多选" or "多项选择题" or "multiple" or "multiple choice" => QuestionKind.Multiple,
        "判断题" or "判断" or "是非题" or "truefalse" or "true or false" => QuestionKind.TrueFalse,
        "填空题" or "填空" or "fill-in" => QuestionKind.FillIn,
        "简答题" or "简答" or "问答题" or "问答" or "short answer" => QuestionKind.ShortAnswer,
        _ => null,
    };

    /// <summary>Null for a word that says neither.</summary>
    public static bool? TrueOrFalse(string word) => word.ToUpperInvariant() switch
    {
        "对" or "正确" or "是" or "√" or "T" or "TRUE" => true,
        "错" or "错误" or "否" or "×" or "F" or "FALSE" => false,
        _ => null,
    };

    private static string Word(QuestionKind kind) => kind switch
    {
        QuestionKind.Single => "单选题",
        QuestionKind.Multiple => "多选题",
        QuestionKind.TrueFalse => "判断题",
        QuestionKind.FillIn => "填空题",
        _ => "简答题",
    };
}
