using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;

namespace PartyPortal.Web.Features.People;

public sealed record PeoplePage(PeopleSearch Search, IReadOnlyList<PersonRow> Rows, string? Next, IReadOnlyList<SelectListItem> Groups);

public sealed record PeriodRow(string Branch, Stage Stage, DateOnly From, DateOnly? Until, string? TrainedElsewhere);

public sealed record PersonPage(int Id, string Name, string? Number, string Branch, string? Group, Stage Stage, DateOnly? BornOn, DateOnly? AppliedOn,
    DateOnly? AdmittedOn, DateOnly? ConvertedOn, string? Email, SealedColumns Sealed, IReadOnlyList<PeriodRow> Periods)
{
    public static readonly Expression<Func<Person, PersonPage>> Of = p => new PersonPage(p.Id, p.Name, p.Number, p.Branch.Name, p.Group!.Name, p.Stage, p.BornOn, p.AppliedOn,
        p.AdmittedOn, p.ConvertedOn, p.Email, new SealedColumns(p.SealId, p.PhoneSealed, p.IdNumberSealed),
        p.Periods.OrderBy(x => x.From).ThenBy(x => x.Id).Select(x => new PeriodRow(x.Branch.Name, x.Stage, x.From, x.Until, x.TrainedElsewhere)).ToList());

    /// <summary>Null where the person has no account.</summary>
    public AccountState? Account { get; init; }

    /// <summary>138****5678, or null where there is none.</summary>
    public string? Phone { get; private init; }

    /// <summary>1101**********1234, or null where there is none or the viewer's office does not see it.</summary>
    public string? IdNumber { get; private init; }

    public PersonPage MaskedFor(Viewer viewer, FieldSealer sealer) => this with
    {
        Phone = Sealed.Mask(Sealed.Phone, nameof(Person.PhoneSealed), PhoneNumber.Mask, sealer),
        IdNumber = viewer.SeesIdNumbers || viewer.PersonId == Id ? Sealed.Mask(Sealed.IdNumber, nameof(Person.IdNumberSealed), Domain.People.IdNumber.Mask, sealer) : null,
    };
}

/// <summary>The sealed columns of a record as they lie in the database.</summary>
public sealed record SealedColumns(Guid SealId, string? Phone, string? IdNumber)
{
    /// <summary>What stands in place of a field that does not open: the page is shown all the same.</summary>
    public const string Unreadable = "?";

    internal string? Mask(string? column, string name, Func<string, string> mask, FieldSealer sealer)
    {
        try
        {
            return column is null ? null : mask(sealer.Open(column, SealId, name));
        }
        catch (RuleBrokenException)
        {
            return Unreadable;
        }
    }
}

internal static class PeopleData
{
    /// <summary>The groups in use of one branch.</summary>
    public static Task<IReadOnlyList<SelectListItem>> GroupsOfAsync(this PortalDb db, int branchId) => db.ChoicesAsync(g => g.BranchId == branchId);

    /// <summary>The groups that a person may belong to.</summary>
    public static Task<IReadOnlyList<SelectListItem>> GroupChoicesAsync(this PortalDb db, int personId) => db.ChoicesAsync(g => db.People.Any(p => p.Id == personId && p.BranchId == g.BranchId));

    private static async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(this PortalDb db, Expression<Func<BranchGroup, bool>> which)
    {
        var groups = await db.BranchGroups.Where(g => g.Gone == 0).Where(which).OrderBy(g => g.Name).Select(g => new { g.Id, g.Name }).ToListAsync();
        return [.. groups.Select(g => new SelectListItem(g.Name, g.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    /// <summary>The record with its periods, to be moved on; null where it does not exist for this viewer.</summary>
    public static async Task<Person?> FindWithPeriodsAsync(this PortalDb db, int id)
    {
        var person = await db.FindToChangeAsync<Person>(id);
        if (person is not null) await db.Entry(person).Collection(p => p.Periods).LoadAsync();
        return person;
    }

    /// <summary>Saves; a number that is taken is said at its field, even when the other record is out of sight.</summary>
    public static Task SavePersonAsync(this PortalDb db) => db.SavePersonAsync(() => db.SaveChangesAsync());

    public static async Task SavePersonAsync(this PortalDb db, Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (DbUpdateException taken) when (taken is not DbUpdateConcurrencyException && db.IsDuplicate(taken))
        {
            // Each engine names the index or the column that is taken.
            throw taken.InnerException!.Message.Contains(nameof(Person.IdNumberIndex), StringComparison.Ordinal)
                ? new RuleBrokenException("This ID number belongs to another record.") { Field = nameof(PersonForm.IdNumber) }
                : new RuleBrokenException("This number belongs to another record.") { Field = nameof(PersonForm.Number) };
        }
    }
}
