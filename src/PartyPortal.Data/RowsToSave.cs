using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Audit;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Data;

/// <summary>What a save will have to tell of, noted before it.</summary>
internal sealed record RowsToSave(AuditTrail Trail, IReadOnlyList<OutboxMessage> Causes, List<object> Touched)
{
    public static RowsToSave Of(PortalDb db)
    {
        // Changes are searched for once: otherwise each look at the entries does it again, for seconds in a large import.
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return new RowsToSave(AuditTrail.Of(db), Data.Messages.Causes.Of(db), [.. db.ChangeTracker.Entries().Where(e => e.State is not EntityState.Unchanged).Select(e => e.Entity)]);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }
}
