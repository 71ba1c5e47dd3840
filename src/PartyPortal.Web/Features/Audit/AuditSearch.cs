using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Audit;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Audit;

/// <summary>What the auditor asks for, and the id of the last row already shown.</summary>
public sealed class AuditSearch
{
    private const int Size = 50;

    /// <summary>The beginning of an action's name, such as SignIn.</summary>
    [Display(Name = "Deed"), StringLength(AuditEntry.WordMaxLength)]
    public string? Deed { get; set; }

    /// <summary>The first day, of Asia/Shanghai.</summary>
    [Display(Name = "From day")]
    public DateOnly? From { get; set; }

    /// <summary>The last day, of Asia/Shanghai.</summary>
    [Display(Name = "Until day")]
    public DateOnly? Until { get; set; }

    [Display(Name = "User name"), StringLength(256)]
    public string? UserName { get; set; }

    /// <summary>The office in which it was done.</summary>
    [Display(Name = "Role")]
    public Role? Role { get; set; }

    /// <summary>The organisation in which it was done.</summary>
    [Display(Name = "Code of the organisation"), StringLength(Branch.CodeMaxLength)]
    public string? BranchCode { get; set; }

    public long? After { get; set; }

    /// <summary>Ids rise with time, so the id alone is the cursor.</summary>
    public async Task<Slice<AuditRow>> FindAsync(PortalDb db)
    {
        var rows = await RowsAsync(db, Size + 1);
        var next = rows.Count > Size ? rows[Size - 1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return new Slice<AuditRow>([.. rows.Take(Size)], next);
    }

    /// <summary>The newest rows that match, as many as are wanted.</summary>
    public Task<List<AuditRow>> RowsAsync(PortalDb db, int size)
    {
        // A range of days is read by the index of times, where the ids stand in order too.
        var newest = From is null && Until is null ? Filter(db).OrderByDescending(a => a.Id) : Filter(db).OrderByDescending(a => a.At).ThenByDescending(a => a.Id);
        return newest.Take(size).Select(a => new AuditRow(
            a.Id, a.At, db.Users.Where(u => u.Id == a.AccountId).Select(u => u.UserName).FirstOrDefault(), a.Role,
            db.Branches.Where(b => b.Id == a.BranchId).Select(b => b.Name).FirstOrDefault(), a.Action, a.Subject, a.Detail)).ToListAsync();
    }

    private IQueryable<AuditEntry> Filter(PortalDb db)
    {
        var rows = db.Audit.AsQueryable();
        if (After is { } last) rows = rows.Where(a => a.Id < last);
        if (Deed?.Trim() is { Length: > 0 } deed) rows = rows.Where(a => a.Action.StartsWith(deed));
        if (UserName?.Trim().ToUpperInvariant() is { Length: > 0 } name) rows = rows.Where(a => db.Users.Any(u => u.Id == a.AccountId && u.NormalizedUserName == name));
        if (Role?.ToString() is { } role) rows = rows.Where(a => a.Role == role);
        if (BranchCode?.Trim().ToUpperInvariant() is { Length: > 0 } code) rows = rows.Where(a => db.Branches.Any(b => b.Id == a.BranchId && b.CodeKey == code));
        if (Begin(From) is { } begin) rows = rows.Where(a => a.At >= begin);
        if (Begin(Until is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null) is { } end) rows = rows.Where(a => a.At < end);
        return rows;
    }

    private static DateTime? Begin(DateOnly? day) => day is { } known && known > DateOnly.MinValue ? PortalClock.ToUtc(known.ToDateTime(TimeOnly.MinValue)) : null;
}

/// <summary>One deed in the list. The user name is null for the public and for the portal's own work.</summary>
public sealed record AuditRow(long Id, DateTime At, string? UserName, string? Role, string? Branch, string Action, string? Subject, string? Detail);

public sealed record AuditPage(AuditSearch Search, Slice<AuditRow> Found);
