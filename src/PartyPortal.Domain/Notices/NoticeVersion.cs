using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Notices;

/// <summary>A text of a notice as it was handed in, published or saved after that. It names the office that saved it, never who.</summary>
public sealed class NoticeVersion : IBelongToBranch
{
    private NoticeVersion() { }

    internal NoticeVersion(Notice notice, int number, Role? office, DateTime at)
    {
        (Notice, BranchId, Number, Office, At) = (notice, notice.BranchId, number, office, at);
        (Title, Body, Category, AudienceKind) = (notice.Title, notice.Body, notice.Category, notice.AudienceKind);
    }

    public int Id { get; private init; }
    public int NoticeId { get; private init; }
    public Notice Notice { get; private init; } = null!;
    public int BranchId { get; private init; }

    /// <summary>From 1 within the notice.</summary>
    public int Number { get; private init; }

    public string Title { get; private init; } = "";
    public string Body { get; private init; } = "";
    public NoticeCategory Category { get; private init; }
    public AudienceKind AudienceKind { get; private init; }

    /// <summary>Null where the portal itself wrote, or nobody knows any more.</summary>
    public Role? Office { get; private init; }

    public DateTime At { get; private init; }
}
