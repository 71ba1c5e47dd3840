using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Audit;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Audit;

/// <summary>Links the records that came since the last run. Whoever writes a record does not wait for the chain.</summary>
[Display(Name = "Seal the audit")]
internal sealed class SealAudit(AuditWitness witness) : IPortalJob
{
    private const int AtOnce = 500;

    // A record that was long in a transaction becomes visible behind later ones: so many are looked at once more.
    private const int Overlap = 10_000;

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var last = await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Seq).FirstOrDefaultAsync();
        var from = (last?.EntryId ?? 0) - Overlap;
        List<AuditEntry> records;
        do
        {
            records = await db.Audit.AsNoTracking().Where(a => a.Id > from && !db.AuditSeals.Any(s => s.EntryId == a.Id)).OrderBy(a => a.Id).Take(AtOnce).ToListAsync();
            foreach (var record in records) db.Add(last = new AuditSeal(last, record));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
        while (records.Count == AtOnce);

        if (last is not null) witness.Note(last, now);
    }
}
