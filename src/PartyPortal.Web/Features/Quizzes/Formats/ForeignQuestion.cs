using System.Text.RegularExpressions;
using PartyPortal.Domain;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Quizzes.Formats;

/// <summary>A question as another program wrote it: what the bank takes of it, or why it takes nothing.</summary>
/// <param name="Number">Its place in the file.</param>
/// <param name="Name">As its authors call it.</param>
internal sealed record ForeignQuestion(int Number, string Name)
{
    public QuestionContent? Content { get; init; }

    /// <summary>Why it is left out, or what of it is not kept.</summary>
    public IReadOnlyList<Sentence> Remarks { get; init; } = [];

    public static ForeignQuestion Skipped(int number, string name, Sentence why) => new(number, name) { Remarks = [why] };
}

/// <summary>An answer of a foreign question. Its weight is the part of the marks that it brings, in percent.</summary>
internal sealed record ForeignAnswer(string Text, decimal Weight, string Feedback);

/// <summary>What foreign questions of all formats have in common.</summary>
internal static partial class Foreign
{
    public static Sentence PartMarks => Sentence.Key("Part marks are not kept: what is not wholly right counts as wrong.");

    public static Sentence Unknown(string type) => Sentence.Key("The bank has no questions of the type “{0}”.", type);

    public static Sentence Picture => Sentence.Key("It has a picture or another file, which the bank does not keep.");

    public static Sentence TooMany => Sentence.Key("It has more than {0} answers.", Question.MostOptions);

    public static Sentence AnyWords => Sentence.Key("An answer has * for any words, which the bank does not know.");

    /// <summary>A beginning of the text, as a name where a program wants one.</summary>
    public static string NameOf(string text) => string.Concat(text.ReplaceLineEndings(" ").EnumerateRunes().Take(40));

    /// <summary>A choice with its answers, or the answers that may be filled in; and what was lost.</summary>
    public static ForeignQuestion Of(ForeignQuestion question, QuestionContent content, IReadOnlyList<ForeignAnswer> answers)
    {
        var right = answers.Where(a => content.Kind is QuestionKind.Multiple ? a.Weight > 0 : a.Weight >= 100).ToList();
        if ((content.Kind.HasOptions() ? answers.Count : right.Count) > Question.MostOptions) return ForeignQuestion.Skipped(question.Number, question.Name, TooMany);
        if (content.Kind is QuestionKind.FillIn && right.Exists(a => AsteriskAlone().IsMatch(a.Text))) return ForeignQuestion.Skipped(question.Number, question.Name, AnyWords);

        return question with
        {
            Content = content with
            {
                Options = content.Kind.HasOptions() ? [.. answers.Select(a => new QuestionOption(a.Text, right.Contains(a)))] : [],
                Accepted = content.Kind is QuestionKind.FillIn ? right.ConvertAll(a => a.Text.Replace("\\*", "*", StringComparison.Ordinal)) : [],
                Explanation = Explained(content.Explanation, answers.Select(a => (a.Text, a.Feedback))),
            },
            Remarks = answers.Any(a => a.Weight > 0 && !right.Contains(a)) ? [PartMarks] : [],
        };
    }

    /// <summary>The explanation with what was said of single answers behind.</summary>
    public static string? Explained(string? explanation, IEnumerable<(string Answer, string Feedback)> feedback) =>
        string.Join('\n', [.. new[] { explanation ?? "" }.Where(e => e.Length > 0), .. feedback.Where(f => f.Feedback.Length > 0).Select(f => $"{f.Answer}：{f.Feedback}")]) is { Length: > 0 } words ? words : null;

    /// <summary>The last part of a path of categories, where it is short enough for a tag.</summary>
    public static IReadOnlyList<string> TagOf(string category) =>
        category.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() is { Length: <= QuestionTag.NameMaxLength } tag && tag is not ("top" or "$course$") ? [tag] : [];

    /// <summary>As a fill-in is written for Moodle, where * stands for any words.</summary>
    public static string Literal(string accepted) => accepted.Replace("*", "\\*", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\\)\*")]
    private static partial Regex AsteriskAlone();
}
