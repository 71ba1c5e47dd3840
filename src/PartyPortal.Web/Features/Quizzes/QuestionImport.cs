using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>Puts the questions of a sheet into the bank, all or none. A question that names no article comes in as unverified.</summary>
internal sealed class QuestionImport(PortalDb db, Sheet sheet, QuestionColumn[] chosen, DateTime now)
{
    private readonly SheetColumns<QuestionColumn> _columns = new(chosen);

    /// <summary>Each row with what is wrong about it, or null.</summary>
    public async Task<IReadOnlyList<(SheetLine Line, RuleBrokenException? Fault)>> JudgeAsync(int branchId) => [.. (await ReadAsync(branchId)).Select(row => (row.Line, row.Fault))];

    /// <exception cref="RuleBrokenException">A row is faulty: then nothing is written.</exception>
    public async Task RunAsync(int branchId, byte[] file)
    {
        var rows = await ReadAsync(branchId);
        var faulty = rows.Count(row => row.Fault is not null);
        if (faulty > 0 || rows.Count == 0) throw new RuleBrokenException("{0} rows are faulty. Nothing was imported.", faulty);

        db.AddRange(rows.Select(row => row.Question!));
        await db.ImportAsync("Questions.Imported", $"Branch {branchId}", $"{rows.Count} rows", file);
    }

    private async Task<List<(SheetLine Line, Question? Question, RuleBrokenException? Fault)>> ReadAsync(int branchId)
    {
        var rows = sheet.Lines.Select(line => Judge(line, branchId)).ToList();
        var texts = rows.Select(row => row.Question?.Text).OfType<string>().Distinct().ToList();
        var kept = await db.Questions.Where(q => q.BranchId == branchId && texts.Contains(q.Text)).Select(q => new { q.Text, q.OptionLines, q.RightAnswer }).ToListAsync();
        var known = kept.ConvertAll(q => (q.Text, q.OptionLines, q.RightAnswer)).ToHashSet();
        Dictionary<(string, string?, string), int> seen = [];

        return rows.ConvertAll(row => row.Question is not { } question ? row
            : known.Contains(Same(question)) ? row with { Fault = new RuleBrokenException("This question is in the bank already.") }
            : seen.TryAdd(Same(question), row.Line.Number) ? row
            : row with { Fault = new RuleBrokenException("The same question stands in row {0}.", seen[Same(question)]) });
    }

    private static (string Text, string? OptionLines, string RightAnswer) Same(Question question) => (question.Text, question.OptionLines, question.RightAnswer);

    private (SheetLine Line, Question? Question, RuleBrokenException? Fault) Judge(SheetLine line, int branchId)
    {
        try
        {
            return (line, new Question(branchId, Content(line), db.Viewer, now), null);
        }
        catch (RuleBrokenException fault)
        {
            return (line, null, fault);
        }
    }

    private QuestionContent Content(SheetLine line)
    {
        var kind = QuestionSheet.Kind(_columns.Cell(line, QuestionColumn.Kind)) ?? throw new RuleBrokenException("The kind is missing or unknown.");
        var (answer, article) = (_columns.Cell(line, QuestionColumn.RightAnswer), _columns.Cell(line, QuestionColumn.Article));

        return new QuestionContent(kind, _columns.Cell(line, QuestionColumn.Text))
        {
            Options = kind.HasOptions() ? Options(line, answer) : [],
            IsTrue = kind is QuestionKind.TrueFalse ? QuestionSheet.TrueOrFalse(answer) : null,
            Accepted = kind is QuestionKind.FillIn ? answer.Split('\n') : [],
            ModelAnswer = kind is QuestionKind.ShortAnswer ? answer : null,
            Article = article.Length > 0 ? article : null,
            IsUnverified = article.Length == 0 || QuestionSheet.TrueOrFalse(_columns.Cell(line, QuestionColumn.Unverified)) is true,
            Explanation = _columns.Cell(line, QuestionColumn.Explanation) is { Length: > 0 } words ? words : null,
            Tags = TagWords.Split(_columns.Cell(line, QuestionColumn.Tags)),
        };
    }

    private List<QuestionOption> Options(SheetLine line, string answer)
    {
        var right = answer.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c is not (',' or '、' or ';')).ToHashSet();
        if (right.Any(letter => !QuestionSheet.Letters.Contains(letter, StringComparison.Ordinal))) throw new RuleBrokenException("“{0}” names no answer. Write letters, such as B or ACD.", answer);

        return [.. QuestionSheet.Letters.Select((letter, at) => new QuestionOption(_columns.Cell(line, QuestionColumn.OptionA + at), right.Contains(letter)))];
    }
}
