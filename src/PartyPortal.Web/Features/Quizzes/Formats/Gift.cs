using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PartyPortal.Domain;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Quizzes.Formats;

/// <summary>
/// Questions in Moodle's GIFT, one a paragraph: "::name::[format]text {answers #feedback ####general feedback}". No library reads it (ADR 0008).
/// An escaped sign is carried as a letter of the private area while the text is taken apart.
/// </summary>
internal static partial class Gift
{
    private const int Private = 0xE000;
    private const string Signs = "~=#{}:\\";
    private const string Category = "$CATEGORY:";
    private const string Model = "参考答案：";
    private const string Explained = "解析：";

    /// <exception cref="RuleBrokenException">A question's answers do not end.</exception>
    public static IReadOnlyList<ForeignQuestion> Read(string file)
    {
        List<ForeignQuestion> questions = [];
        IReadOnlyList<string> category = [];
        foreach (var paragraph in Paragraph().Split(string.Concat(file.Where(c => !IsCarrier(c))).ReplaceLineEndings("\n")))
        {
            var lines = paragraph.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (lines.LastOrDefault(line => line.StartsWith(Category, StringComparison.Ordinal)) is { } path) category = Foreign.TagOf(path[Category.Length..]);
            var text = string.Join('\n', lines.Where(line => !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith(Category, StringComparison.Ordinal)));
            if (text.Length == 0) continue;

            var comments = string.Join('\n', lines.Where(line => line.StartsWith("//", StringComparison.Ordinal)));
            questions.Add(Question(questions.Count + 1, Escape(text), [.. category, .. TagToken().Matches(comments).Select(m => m.Groups[1].Value.Replace("\\]", "]", StringComparison.Ordinal).Trim())]));
        }

        return questions;
    }

    private static ForeignQuestion Question(int number, string text, IReadOnlyList<string> tags)
    {
        var titled = Title().Match(text);
        var (name, rest) = titled.Success ? (Plain(titled.Groups[1].Value), text[titled.Length..]) : ("", text);
        var (begin, end) = (rest.IndexOf('{', StringComparison.Ordinal), rest.IndexOf('}', StringComparison.Ordinal));
        if (name.Length == 0) name = Plain(begin < 0 ? rest : rest[..begin]);
        if (begin < 0 && end < 0) return ForeignQuestion.Skipped(number, name, Foreign.Unknown("description"));
        if (begin < 0 || end < begin) throw new RuleBrokenException("Question {0}, “{1}”: its answers have no beginning or no end.", number, name) { Field = nameof(WorkbookForm.Workbook) };

        // Words behind the answers: they fill a gap.
        var behind = rest[(end + 1)..].Trim();
        var (format, words) = Formatted(behind.Length == 0 ? rest[..begin] : $"{rest[..begin]}_____{rest[(end + 1)..]}", "moodle");
        if (ForeignText.HoldsPicture(rest)) return ForeignQuestion.Skipped(number, name, Foreign.Picture);

        return Answered(new ForeignQuestion(number, name), new GiftAnswers(rest[(begin + 1)..end], format), new QuestionContent(default, Plain(words, format)) { Tags = tags });
    }

    private static ForeignQuestion Answered(ForeignQuestion question, GiftAnswers answers, QuestionContent content)
    {
        (var explanation, content) = (answers.General, content with { });
        if (answers.Kind is QuestionKind.ShortAnswer) return question with { Content = Essay(content, explanation) };

        var (said, article, isUnverified) = ArticleLine.Read(explanation);
        content = content with { Kind = answers.Kind ?? default, Explanation = said, Article = article, IsUnverified = isUnverified };
        return answers.Kind switch
        {
            null => ForeignQuestion.Skipped(question.Number, question.Name, Foreign.Unknown(answers.Type)),
            QuestionKind.TrueFalse => question with { Content = content with { IsTrue = answers.IsTrue, Explanation = Foreign.Explained(said, answers.OfTrueAndFalse) } },
            _ => Foreign.Of(question, content, answers.All),
        };
    }

    /// <summary>An essay of Moodle has no model answer in this format: ours stands in its feedback, and of others the feedback serves for it.</summary>
    private static QuestionContent Essay(QuestionContent content, string feedback)
    {
        var (said, article, isUnverified) = ArticleLine.Read(feedback);
        content = content with { Kind = QuestionKind.ShortAnswer, ModelAnswer = said, Article = article, IsUnverified = isUnverified };
        if (said is null || !said.StartsWith(Model, StringComparison.Ordinal)) return content;

        var at = said.LastIndexOf("\n" + Explained, StringComparison.Ordinal);
        return at < 0
            ? content with { ModelAnswer = said[Model.Length..] }
            : content with { ModelAnswer = said[Model.Length..at], Explanation = said[(at + 1 + Explained.Length)..] is { Length: > 0 } words ? words : null };
    }

    public static string Write(IEnumerable<(int Id, QuestionContent Content)> questions)
    {
        var file = new StringBuilder();
        foreach (var (id, question) in questions)
        {
            file.Append(CultureInfo.InvariantCulture, $"// question: {id}\n");
            if (question.Tags.Count > 0) file.Append("// ").AppendJoin(' ', question.Tags.Select(tag => $"[tag:{tag.Replace("]", "\\]", StringComparison.Ordinal)}]")).Append('\n');
            file.Append(CultureInfo.InvariantCulture, $"::{Written(Foreign.NameOf(question.Text))}::[plain]{Written(question.Text)}{{{Answers(question)}}}\n\n");
        }

        return file.ToString();
    }

    private static string Answers(QuestionContent question)
    {
        var explanation = question.Kind is QuestionKind.ShortAnswer ? $"{Model}{question.ModelAnswer}\n{Explained}{question.Explanation}" : question.Explanation;
        var feedback = "####" + Written(ArticleLine.Write(explanation, question.Article, question.IsUnverified));
        var right = question.Options.Count(o => o.IsRight);
        return question.Kind switch
        {
            QuestionKind.TrueFalse => (question.IsTrue is true ? "TRUE" : "FALSE") + feedback,
            QuestionKind.FillIn => $"\n{string.Concat(question.Accepted.Select(answer => $"\t=%100%{Written(Foreign.Literal(answer))}#\n"))}\t{feedback}\n",
            QuestionKind.ShortAnswer => feedback,
            QuestionKind.Single => $"\n{string.Concat(question.Options.Select(o => $"\t{(o.IsRight ? '=' : '~')}{Weighed(o)}{Written(o.Text!)}\n"))}\t{feedback}\n",
            _ => $"\n{string.Concat(question.Options.Select(o => $"\t~%{(o.IsRight ? MoodleWeights.OfRight(right) : "-100")}%{Written(o.Text!)}\n"))}\t{feedback}\n",
        };
    }

    /// <summary>Said only where the words begin like a weight themselves.</summary>
    private static string Weighed(QuestionOption option) => option.Text!.StartsWith('%') ? option.IsRight ? "%100%" : "%0%" : "";

    internal static (string Format, string Text) Formatted(string text, string format) =>
        Format().Match(text) is { Success: true } named ? (named.Groups[1].Value, text[named.Length..]) : (format, text);

    internal static string Plain(string text, string format = "plain") => ForeignText.Plain(Unescape(text), format);

    internal static string Unescape(string text) => string.Concat(text.Select(c => IsCarrier(c) ? (char)(c - Private) : c));

    /// <summary>Sent by nobody: a file that has such letters would speak in escaped signs.</summary>
    private static bool IsCarrier(char c) => c >= Private && c - Private < 128;

    private static string Escape(string text) => Escaped().Replace(text, m => ((char)(Private + (m.Value[1] == 'n' ? '\n' : m.Value[1]))).ToString());

    private static string Written(string text) => string.Concat(text.Select(c => c == '\n' ? "\\n" : Signs.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\[tag:((?:\\\]|[^\]\n]){1,100})\]")]
    private static partial Regex TagToken();

    [GeneratedRegex(@"^::(.*?)::\s*", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\s*\[(html|moodle|plain|markdown)\]")]
    private static partial Regex Format();

    [GeneratedRegex(@"\\[~=#{}:\\n]")]
    private static partial Regex Escaped();
}
