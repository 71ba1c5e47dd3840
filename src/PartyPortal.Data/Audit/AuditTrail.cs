using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Audit;

namespace PartyPortal.Data.Audit;

/// <summary>Notes before a save what will change, and writes it down once the ids are known.</summary>
internal sealed class AuditTrail
{
    // The portal's own counting: that a sign-in failed is a row of its own. When the sender of an anonymous word came by is nobody's business.
    private static readonly string[] Counting = ["Version", "ConcurrencyStamp", "AccessFailedCount", "LastCodeStep", nameof(RemovableWords.AskedAgainOn)];

    private readonly List<(EntityEntry Entry, string Action, string? Detail)> _seen;

    private AuditTrail(List<(EntityEntry, string, string?)> seen) => _seen = seen;

    public static AuditTrail Of(PortalDb db) => new([.. db.ChangeTracker.Entries<IAudited>()
        .Where(e => e.State is EntityState.Added or EntityState.Deleted || (e.State is EntityState.Modified && e.Properties.Any(IsChange)))
        .Select(e => ((EntityEntry)e, $"{e.Metadata.ClrType.Name}.{e.State}", Detail(e)))]);

    public IEnumerable<AuditEntry> Entries(Viewer viewer, DateTime now) => _seen.Select(seen => new AuditEntry
    {
        At = now,
        AccountId = viewer.AccountId,
        Role = viewer.Acting?.Role.ToString(),
        Action = seen.Action,
        Subject = $"{seen.Entry.Metadata.ClrType.Name} {seen.Entry.Property("Id").CurrentValue}",
        BranchId = seen.Entry.Entity is IBelongToBranch row ? row.BranchId : viewer.Acting?.BranchId,
        Detail = seen.Detail,
    });

    private static string? Detail(EntityEntry entry)
    {
        if (entry.State is not EntityState.Modified) return null;

        var text = string.Join("; ", entry.Properties.Where(IsChange).Select(Change));
        return text.Length <= AuditEntry.DetailMaxLength ? text : text[..AuditEntry.DetailMaxLength];
    }

    private static bool IsChange(PropertyEntry property) => property.IsModified && !Counting.Contains(property.Metadata.Name);

    private static string Change(PropertyEntry property) => IsPersonal(property.Metadata)
        ? property.Metadata.Name
        : $"{property.Metadata.Name}: {Short(property.OriginalValue)} → {Short(property.CurrentValue)}";

    // Identity's columns are of accounts: names, hashes and stamps are never copied.
    private static bool IsPersonal(IProperty property) =>
        property.PropertyInfo is not { } info || info.IsDefined(typeof(PersonalAttribute)) || info.DeclaringType!.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static string Short(object? value) => value switch
    {
        null => "–",
        IFormattable plain => plain.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var other => other.ToString() is { Length: > 80 } text ? text[..80] + "…" : other.ToString() ?? "",
    };
}
