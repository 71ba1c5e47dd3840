using PartyPortal.Domain.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared;

public sealed record VersionRow(int Number, DateTime At, Role? Office, string Title);

/// <summary>The texts that something had, and two of them side by side.</summary>
/// <param name="Desk">The controller at whose form one is restored.</param>
public sealed record VersionsPage(string Desk, int Id, string Title, bool MayBeChanged, IReadOnlyList<VersionRow> Versions, int? Older, int? Newer, IReadOnlyList<ComparedLine> Lines);
