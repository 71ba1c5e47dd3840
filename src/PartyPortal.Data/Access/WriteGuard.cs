using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Audit;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Help;
using PartyPortal.Domain.Jobs;
using PartyPortal.Domain.Maintaining;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.Study;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Data.Access;

/// <summary>A viewer tried to write a row that is not theirs to write.</summary>
public sealed class OutsideJurisdictionException(string what) : Exception(what);

/// <summary>May this viewer change this row? Asked at each save, by the row's marker; a row without a marker is the portal's own.</summary>
internal static class WriteGuard
{
    // Rows that belong to an office of the portal instead of a branch.
    private static readonly Dictionary<Type, Role[]> KeptBy = new()
    {
        [typeof(Branch)] = [Role.OrganisationOffice, Role.SystemAdministrator],
        [typeof(BranchPeriod)] = [Role.OrganisationOffice, Role.SystemAdministrator],
        [typeof(RoleGrant)] = [Role.SecurityAdministrator],
        [typeof(FeedbackTopic)] = [Role.OrganisationOffice],
        [typeof(SpecialDays)] = [Role.SystemAdministrator, Role.OrganisationOffice],
        [typeof(Setting)] = [Role.SystemAdministrator],
        [typeof(Job)] = [Role.SystemAdministrator],
        [typeof(Delivery)] = [Role.SystemAdministrator],
        [typeof(MaintenanceWindow)] = [Role.SystemAdministrator],
        [typeof(Ticket)] = [Role.SystemAdministrator],
        [typeof(TicketWord)] = [Role.SystemAdministrator],
    };

    // What an organisation says of itself on its public page; its name and its place in the tree are not among them.
    private static readonly string[] OfItsPage = [nameof(Branch.Introduction), nameof(Branch.Office), nameof(Branch.ContactHours), nameof(Branch.Telephone), nameof(Branch.Version)];

    public static async Task CheckAsync(PortalDb db, CancellationToken ct)
    {
        // What was done is added and never changed, by nobody.
        if (db.ChangeTracker.Entries().FirstOrDefault(e => e.Entity is AuditEntry or AuditSeal && e.State is EntityState.Modified or EntityState.Deleted) is { } rewritten) throw Refused(rewritten);
        if (db.Viewer.SeesEverything) return;

        List<(int BranchId, EntityEntry Entry)> inBranches = [];
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.Entity is IAnsweredBy asked && asked.IsAnsweredBy(db.Viewer)) continue;
            if (entry.Entity is IBelongToBranch row) inBranches.AddRange(BranchesOf(entry, row).Select(id => (id, entry)));
            else if (!IsAllowed(db.Viewer, entry)) throw Refused(entry);
        }

        await CheckBranchesAsync(db, inBranches, ct);
    }

    private static bool IsAllowed(Viewer viewer, EntityEntry entry) => entry.Entity switch
    {
        IBelongToAccount row when IsOwn(viewer, row, entry) => true,
        // Whoever is shown a note may put it away, and change nothing else of it.
        NoteReader shown => entry.State is EntityState.Modified && shown.PersonId == viewer.PersonId && entry.Properties.Where(p => p.IsModified).All(p => p.Metadata.Name == nameof(NoteReader.IsPutAway)),
        // Anybody's deed may be written down, and nobody's be taken back.
        AuditEntry => entry.State is EntityState.Added,
        IOpenToPublic => entry.State is EntityState.Added,
        Branch branch when IsOwnPage(viewer, branch, entry) => true,
        var other => KeptBy.TryGetValue(other.GetType(), out var keepers) && viewer.ActsAs(keepers),
    };

    private static bool IsOwn(Viewer viewer, IBelongToAccount row, EntityEntry entry) =>
        viewer.AccountId is { } me && row.AccountId == me && Before(entry, nameof(IBelongToAccount.AccountId)) is var was && (was is null || me.Equals(was));

    private static bool IsOwnPage(Viewer viewer, Branch branch, EntityEntry entry) =>
        entry.State is EntityState.Modified && viewer.ActsAs(Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary) && viewer.Manages(branch.Path)
            && entry.Properties.Where(p => p.IsModified).All(p => OfItsPage.Contains(p.Metadata.Name));

    private static IEnumerable<int> BranchesOf(EntityEntry entry, IBelongToBranch row)
    {
        var after = (int)entry.Property(nameof(IBelongToBranch.BranchId)).CurrentValue!;
        if (after == 0) after = row.BranchId;

        return Before(entry, nameof(IBelongToBranch.BranchId)) is int before && before != after ? [before, after] : [after];
    }

    private static object? Before(EntityEntry entry, string property) =>
        entry.State is EntityState.Added ? null : entry.Property(property).OriginalValue;

    private static async Task CheckBranchesAsync(PortalDb db, List<(int BranchId, EntityEntry Entry)> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.BranchId).Distinct().ToList();
        if (ids.Count == 0) return;

        var reach = db.Viewer.Path;
        var inside = await db.Branches.Where(b => ids.Contains(b.Id) && b.Path.StartsWith(reach)).Select(b => b.Id).ToListAsync(ct);
        if (rows.FirstOrDefault(r => !inside.Contains(r.BranchId)) is { Entry: not null } outside) throw Refused(outside.Entry);
    }

    private static OutsideJurisdictionException Refused(EntityEntry entry) => new($"{entry.Metadata.ClrType.Name} {entry.State}");
}
