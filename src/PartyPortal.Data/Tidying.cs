using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;

namespace PartyPortal.Data;

/// <summary>What every engine must see alike: texts trimmed, free of control characters and within their length; new versions given.</summary>
internal static class Tidying
{
    public static void Apply(PortalDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            if (entry.Entity is IVersioned) entry.Property(nameof(IVersioned.Version)).CurrentValue = Guid.NewGuid();
            foreach (var text in entry.Properties.Where(p => p.CurrentValue is string && (entry.State is EntityState.Added || p.IsModified))) Tidy(text);
        }
    }

    private static void Tidy(PropertyEntry property)
    {
        var text = (string)property.CurrentValue!;
        var clean = Clean(text);
        if (clean != text) property.CurrentValue = clean;

        // SQLite keeps a text that is too long, the others refuse it: here all refuse.
        if (property.Metadata.GetMaxLength() is { } max && clean.Length > max)
            throw new RuleBrokenException("A text is too long: at most {0} characters.", max);
    }

    private static string Clean(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.Any(c => char.IsSurrogate(c) || (char.IsControl(c) && c is not '\n' and not '\t' and not '\r'))) return trimmed;

        var clean = new StringBuilder(trimmed.Length);
        foreach (var rune in trimmed.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t' or '\r') clean.Append(rune);
        }

        return clean.ToString();
    }
}
