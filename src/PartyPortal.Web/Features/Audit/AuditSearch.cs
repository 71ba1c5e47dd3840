using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Audit;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Audit;

/// <summary>What the auditor asks for, and the id of the last row already shown.</summary>
public sealed class AuditSearch
{
    private const int Size = 50;

    /// <summary>The beginning of an action's name, such as SignIn.</summary>
    [Display(Name = "Deed"), StringLength(AuditEntry.WordMaxLength)]
    public string? Deed { get; set; }

    /// <summary>A day of Asia/Shanghai.</summary>
    [Display(Name = "Day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "User name"), StringLength(256)]
    public string? UserName { get; set; }

    public long? After { get; set; }

    /// <summary>Ids rise with time, so the id alone is the cursor.</summary>
    public async Task<Slice<AuditRow>> FindAsync(PortalDb db)
    {
        // One day is read by the index of times, where the ids stand in order too.
        var newest = Day is null ? Filter(db).OrderByDescending(a => a.Id) : Filter(db).OrderByDescending(a => a.At).ThenByDescending(a => a.Id);
        var rows = await newest.Take(Size + 1)
            .Select(a => new AuditRow(a.Id, a.At, db.Users.Where(u => u.Id == a.AccountId).Select(u => u.UserName).FirstOrDefault(), a.Role, a.Action, a.Subject, a.Detail))
            .ToListAsync();
        var next = rows.Count > Size ? rows[Size - 1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return new Slice<AuditRow>([.. rows.Take(Size)], next);
    }

    private IQueryable<AuditEntry> Filter(PortalDb db)
    {
        var rows = db.Audit.AsQueryable();
        if (After is { } last) rows = rows.Where(a => a.Id < last);
        if (Deed?.Trim() is { Length: > 0 } deed) rows = rows.Where(a => a.Action.StartsWith(deed));
        if (UserName?.Trim().ToUpperInvariant() is { Length: > 0 } name) rows = rows.Where(a => db.Users.Any(u => u.Id == a.AccountId && u.NormalizedUserName == name));
        if (Day is { } day && day > DateOnly.MinValue && day < DateOnly.MaxValue)
        {
            var (from, until) = (PortalClock.ToUtc(day.ToDateTime(TimeOnly.MinValue)), PortalClock.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue)));
            rows = rows.Where(a => a.At >= from && a.At < until);
        }

        return rows;
    }
}

/// <summary>One deed in the list. The user name is null for the public and for the portal's own work.</summary>
public sealed record AuditRow(long Id, DateTime At, string? UserName, string? Role, string Action, string? Subject, string? Detail);

public sealed record AuditPage(AuditSearch Search, Slice<AuditRow> Found);
