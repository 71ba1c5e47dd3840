using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Audit;

namespace PartyPortal.Web.Features.Audit;

/// <param name="Links">How many links fit, from the first on.</param>
/// <param name="Head">The hash of the last of them.</param>
/// <param name="Unsealed">Records that wait for their link; more than a few mean that the job does not run.</param>
/// <param name="BrokenAt">The first place where the chain does not fit; null where it is whole.</param>
/// <param name="Record">The record that stands there, where one does.</param>
public sealed record AuditVerdict(long Links, string? Head, int Unsealed, long? BrokenAt = null, AuditEntry? Record = null);

/// <summary>Walks the whole chain, link by link, against the records and against what was witnessed outside the database.</summary>
internal sealed class AuditChain(PortalDb db, AuditWitness witness)
{
    public async Task<AuditVerdict> CheckAsync()
    {
        var (heads, unsealed) = (witness.Heads(), await db.Audit.CountAsync(a => !db.AuditSeals.Any(s => s.EntryId == a.Id)));
        AuditSeal? last = null;
        await foreach (var link in Links())
        {
            if (!link.Seal.Fits(last, link.Entry) || (heads.Remove(link.Seal.Seq, out var hash) && hash != Hex(link.Seal))) return Verdict(last, unsealed, (last?.Seq ?? 0) + 1, link.Entry);

            last = link.Seal;
        }

        return heads.Count == 0 ? Verdict(last, unsealed) : Verdict(last, unsealed, (last?.Seq ?? 0) + 1);
    }

    private IAsyncEnumerable<(AuditSeal Seal, AuditEntry? Entry)> Links() => db.AuditSeals.AsNoTracking()
        .LeftJoin(db.Audit, s => s.EntryId, a => a.Id, (seal, entry) => new { seal, entry })
        .OrderBy(link => link.seal.Seq).AsAsyncEnumerable().Select(link => (link.seal, link.entry));

    private static AuditVerdict Verdict(AuditSeal? last, int unsealed, long? brokenAt = null, AuditEntry? record = null) =>
        new(last?.Seq ?? 0, last is null ? null : Hex(last), unsealed, brokenAt, record);

    private static string Hex(AuditSeal seal) => Convert.ToHexStringLower(seal.Hash);
}
