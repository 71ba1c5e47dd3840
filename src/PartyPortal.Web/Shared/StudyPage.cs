using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Shared;

/// <summary>A material as it is studied, by itself or as a lesson, and how far its reader has come.</summary>
public sealed record StudyPage(StudyMaterial Material, int Position, bool IsDone, string? Takeaway)
{
    public IReadOnlyList<string> Tags => [.. Material.Tags.Select(t => t.Name)];

    public static StudyPage Of(StudyMaterial material, StudyProgress? progress = null) => new(material, progress?.Position ?? 0, progress?.IsDone ?? false, progress?.Takeaway);
}
