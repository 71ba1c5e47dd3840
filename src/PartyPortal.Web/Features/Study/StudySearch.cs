using System.ComponentModel.DataAnnotations;
using PartyPortal.Data;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Study;

public sealed record StudyRow(int Id, string Title, string Summary, StudyKind Kind, StudyCategory Category, string Source, string Branch, DateTime PublishedAt, StudyState State)
{
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>By the reader's own word.</summary>
    public bool IsDone { get; init; }
}

public sealed record StudyListPage(StudySearch Search, Slice<StudyRow> Found);

/// <summary>What a list of materials is asked for.</summary>
public sealed class StudySearch
{
    private const int PageSize = 20;
    private const int MostWords = 5;

    [Display(Name = "Words"), StringLength(60)]
    public string? Words { get; set; }

    [Display(Name = "Subject")]
    public StudyCategory? Category { get; set; }

    [Display(Name = "Form")]
    public StudyKind? Kind { get; set; }

    [Display(Name = "Tag"), StringLength(StudyTag.NameMaxLength)]
    public string? Tag { get; set; }

    [Display(Name = "State")]
    public StudyState? State { get; set; }

    public string? After { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && Category is null && Kind is null && string.IsNullOrEmpty(Tag) && State is null;

    public async Task<StudyListPage> PageAsync(PortalDb db, IQueryable<StudyMaterial> materials) => new(this, await Filter(materials).NewestFirstAsync(
        m => m.PublishedAt, m => m.Id, After, PageSize, m => new StudyRow(m.Id, m.Title, m.Summary, m.Kind, m.Category, m.Source, m.Branch.Name, m.PublishedAt, m.State)
        {
            Tags = m.Tags.Select(t => t.Name).ToList(),
            IsDone = db.StudyProgress.Any(p => p.MaterialId == m.Id && p.AccountId == db.Viewer.AccountId && p.IsDone),
        }));

    private IQueryable<StudyMaterial> Filter(IQueryable<StudyMaterial> materials)
    {
        if (Category is { } category) materials = materials.Where(m => m.Category == category);
        if (Kind is { } kind) materials = materials.Where(m => m.Kind == kind);
        if (State is { } state) materials = materials.Where(m => m.State == state);
        if (Tag is { Length: > 0 } tag) materials = materials.Where(m => m.Tags.Any(t => t.Name == tag));
#pragma warning disable CA1304, CA1311, CA1862 // The letters are made small by the database, which knows no culture of a thread.
        foreach (var word in (Words ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            materials = materials.Where(m => m.WordsKey.Contains(word) || m.Transcript!.ToLower().Contains(word));
#pragma warning restore CA1304, CA1311, CA1862
        return materials;
    }
}
