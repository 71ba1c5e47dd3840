using PartyPortal.Domain.Files;

namespace PartyPortal.Domain.Notices;

/// <summary>A file beside a notice: whoever may read the notice may read it.</summary>
public sealed class NoticeAttachment : AttachedFile
{
    private NoticeAttachment() { }

    internal NoticeAttachment(Notice notice, StoredFile file) => (Notice, BranchId, File) = (notice, notice.BranchId, file);

    public int NoticeId { get; private init; }
    public Notice Notice { get; private init; } = null!;
}
