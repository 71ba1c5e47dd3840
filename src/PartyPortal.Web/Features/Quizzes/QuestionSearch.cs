using System.ComponentModel.DataAnnotations;
using PartyPortal.Data;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Quizzes;

public sealed record QuestionRow(int Id, QuestionKind Kind, string Text, string? Article, bool IsUnverified, bool IsWithdrawn, string Branch, IReadOnlyList<string> Tags);

public sealed record QuestionListPage(QuestionSearch Search, Slice<QuestionRow> Found);

/// <summary>What the bank is asked for.</summary>
public sealed class QuestionSearch
{
    private const int PageSize = 20;
    private const int MostWords = 5;

    [Display(Name = "Words"), StringLength(60)]
    public string? Words { get; set; }

    [Display(Name = "Kind of question")]
    public QuestionKind? Kind { get; set; }

    [Display(Name = "Tag"), StringLength(QuestionTag.NameMaxLength)]
    public string? Tag { get; set; }

    [Display(Name = "Withdrawn ones instead")]
    public bool IsWithdrawn { get; set; }

    public string? After { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && Kind is null && string.IsNullOrEmpty(Tag) && !IsWithdrawn;

    public async Task<QuestionListPage> PageAsync(IQueryable<Question> questions) => new(this, await Filter(questions).NewestFirstAsync(q => q.EditedAt, q => q.Id, After, PageSize,
        q => new QuestionRow(q.Id, q.Kind, q.Text, q.Article, q.IsUnverified, q.WithdrawnBecause != null, q.Branch.Name, q.Tags.Select(t => t.Name).ToList())));

    public IQueryable<Question> Filter(IQueryable<Question> questions)
    {
        questions = questions.Where(q => q.WithdrawnBecause != null == IsWithdrawn);
        if (Kind is { } kind) questions = questions.Where(q => q.Kind == kind);
        if (Tag?.Trim() is { Length: > 0 } tag) questions = questions.Where(q => q.Tags.Any(t => t.Name == tag));
        foreach (var word in (Words ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            questions = questions.Where(q => q.WordsKey.Contains(word));
        return questions;
    }
}
