using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;

namespace PartyPortal.Data.Study;

/// <summary>What the portal tells whoever holds a certificate: that it is genuine, and whether a name is its holder's. Never the name itself.</summary>
/// <param name="Title">What the course or the training class was called.</param>
/// <param name="Branch">The organisation that gives it.</param>
/// <param name="On">The day it was done.</param>
/// <param name="IsHolder">Whether the name that was asked for is the holder's; null where none was, and of what was taken back.</param>
public sealed record CheckedCertificate(string Title, string Branch, DateOnly On, bool? IsHolder)
{
    /// <summary>The class hours of a training class; null for a course.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Null where it is genuine.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>Null where the code is unknown.</summary>
    public static async Task<CheckedCertificate?> FindAsync(PortalDb db, string code, string? name)
    {
        var tidy = PlainCode.Tidy(code);
        // The code is the right to ask, whoever asks.
        var found = await db.CourseCompletions.IgnoreQueryFilters([Visibility.Filter]).Where(c => c.Code == tidy)
                .Select(c => new { c.Title, Branch = c.Course.Branch.Name, c.On, Hours = (decimal?)null, Holder = db.Users.Where(a => a.Id == c.AccountId).Select(a => a.DisplayName).Single() }).SingleOrDefaultAsync()
            ?? await db.ClassCertificates.IgnoreQueryFilters([Visibility.Filter]).Where(c => c.Code == tidy)
                .Select(c => new { c.Title, Branch = c.Branch.Name, c.On, Hours = (decimal?)c.Hours, Holder = db.Users.Where(a => a.Id == c.AccountId).Select(a => a.DisplayName).Single() }).SingleOrDefaultAsync();
        return found is null ? await WithdrawnAsync(db, tidy) : new(found.Title, found.Branch, found.On, string.IsNullOrWhiteSpace(name) ? null : Plain(name) == Plain(found.Holder)) { Hours = found.Hours };
    }

    private static Task<CheckedCertificate?> WithdrawnAsync(PortalDb db, string code) => db.WithdrawnCertificates.IgnoreQueryFilters([Visibility.Filter]).Where(w => w.Code == code)
        .Select(w => new CheckedCertificate(w.Title, db.Branches.Where(b => b.Id == w.BranchId).Select(b => b.Name).Single(), w.On, null) { WithdrawnOn = w.On }).SingleOrDefaultAsync();

    /// <summary>Spaces, width and case of letters are not what a name differs by.</summary>
    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c)));
}
