using PartyPortal.Data.Study;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Shared;

/// <summary>A material as it is studied, by itself or as a lesson, and how far its reader has come.</summary>
public sealed record StudyPage(StudyMaterial Material, int Position, bool IsDone, string? Takeaway)
{
    /// <summary>Whether somebody looks at it who makes it: no place is kept.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The reader's own, where the page shows them.</summary>
    public IReadOnlyList<OwnNote> Notes { get; init; } = [];

    /// <summary>What others show the reader.</summary>
    public IReadOnlyList<ShownNote> ShownNotes { get; init; } = [];

    public IReadOnlyList<string> Tags => [.. Material.Tags.Select(t => t.Name)];

    /// <summary>What was made of the file that it has now.</summary>
    public StudyRendition? Rendition => Material.Rendition is { } made && made.IsOf(Material.File) ? made : null;

    /// <summary>Whether it can be read in the page, as a PDF: its own file, or what was made of it.</summary>
    public bool HasPages => Material.File?.Kind is FileKind.Pdf || Rendition?.Pages is not null;

    public static StudyPage Of(StudyMaterial material, StudyProgress? progress = null) => new(material, progress?.Position ?? 0, progress?.IsDone ?? false, progress?.Takeaway);
}
