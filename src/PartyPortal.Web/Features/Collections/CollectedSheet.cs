using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Collections;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Collections;

/// <summary>All that was answered, a row for each of those asked, and whose answer is missing. No times.</summary>
internal static class CollectedSheet
{
    private static readonly string[] First = ["所在组织", "答复人", "答复人编号", "状态"];

    public static async Task<byte[]> OfAsync(PortalDb db, Collection collection)
    {
        var answers = await db.CollectionAnswers.Include(a => a.OfBranch).Where(a => a.CollectionId == collection.Id).OrderBy(a => a.Id).ToListAsync();
        await db.CollectionFiles.Where(f => f.Answer.CollectionId == collection.Id).LoadAsync();
        return await Sheet.WriteAsync(answers.Select(a => Row(collection, a)).Prepend([.. First, .. collection.Questions.Select(q => q.Label)]));
    }

    private static IEnumerable<object?> Row(Collection collection, CollectionAnswer answer) =>
        [answer.OfBranch.Name, answer.Name, answer.Number, Word(answer), .. collection.Questions.Select(q => answer.State is AnswerState.HandedIn ? Cell(q, answer) : null)];

    private static object? Cell(CollectionQuestion question, CollectionAnswer answer) => (question.Kind, answer.Value(question.Number)) switch
    {
        (QuestionKind.Files, _) => string.Join("；", answer.FilesOf(question.Number).Select(f => f.File.Name)),
        (QuestionKind.Number, { } text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : text,
        (QuestionKind.Choices, { } text) => text.Replace("\n", "；", StringComparison.Ordinal),
        (_, var text) => text,
    };

    private static string Word(CollectionAnswer answer) => answer.State switch
    {
        AnswerState.HandedIn => answer.IsLate ? "已交（逾期）" : "已交",
        AnswerState.Returned => "已退回",
        _ => "未交",
    };
}
