using System.Security.Cryptography;

namespace PartyPortal.Domain.Audit;

/// <summary>
/// A link of the chain over the audit: its place, and a hash of the record and of the link before. A changed, removed, added or moved record no
/// longer fits. Written within seconds of the record by one instance, changed by nobody.
/// </summary>
public sealed class AuditSeal
{
    public const int HashLength = SHA256.HashSizeInBytes;

    private AuditSeal() { }

    /// <param name="before">The last link so far; null for the first.</param>
    public AuditSeal(AuditSeal? before, AuditEntry entry) =>
        (Seq, EntryId, Hash) = (PlaceAfter(before), entry.Id, HashOf(before, entry));

    /// <summary>From 1, without a gap.</summary>
    public long Seq { get; private init; }

    public long EntryId { get; private init; }
    public byte[] Hash { get; private init; } = [];

    /// <summary>Whether it is the link that belongs behind <paramref name="before"/> for this record.</summary>
    public bool Fits(AuditSeal? before, AuditEntry? entry) =>
        entry is not null && Seq == PlaceAfter(before) && EntryId == entry.Id && Hash.AsSpan().SequenceEqual(HashOf(before, entry));

    private static long PlaceAfter(AuditSeal? before) => (before?.Seq ?? 0) + 1;

    // Over ticks and lengths, not over a text of them: two different records never make the same bytes.
    private static byte[] HashOf(AuditSeal? before, AuditEntry entry)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        if (before is not null) writer.Write(before.Hash);
        writer.Write(PlaceAfter(before));
        writer.Write(entry.Id);
        writer.Write(entry.At.Ticks);
        writer.Write(entry.BranchId ?? 0);
        foreach (var text in (string?[])[entry.AccountId, entry.Role, entry.Action, entry.Subject, entry.Detail])
        {
            writer.Write(text is not null);
            writer.Write(text ?? "");
        }

        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
