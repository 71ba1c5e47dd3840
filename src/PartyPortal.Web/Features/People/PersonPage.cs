using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.People;

namespace PartyPortal.Web.Features.People;

public sealed record PeoplePage(PeopleSearch Search, IReadOnlyList<PersonRow> Rows, string? Next, IReadOnlyList<SelectListItem> Branches);

public sealed record PeriodRow(string Branch, Stage Stage, DateOnly From, DateOnly? Until);

public sealed record PersonPage(int Id, string Name, string? Number, string Branch, Stage Stage, DateOnly? BornOn, DateOnly? AppliedOn,
    DateOnly? AdmittedOn, DateOnly? ConvertedOn, string? Email, IReadOnlyList<PeriodRow> Periods)
{
    public static readonly Expression<Func<Person, PersonPage>> Of = p => new PersonPage(p.Id, p.Name, p.Number, p.Branch.Name, p.Stage, p.BornOn, p.AppliedOn,
        p.AdmittedOn, p.ConvertedOn, p.Email, p.Periods.OrderBy(x => x.From).ThenBy(x => x.Id).Select(x => new PeriodRow(x.Branch.Name, x.Stage, x.From, x.Until)).ToList());
}

internal static class PeopleData
{
    /// <summary>The branches in reach that people may belong to.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> BranchChoicesAsync(this PortalDb db)
    {
        var reach = db.Viewer.Path;
        var branches = await db.Branches.Where(b => b.Path.StartsWith(reach) && b.ArchivedOn == null).OrderBy(b => b.Path).Select(b => new { b.Id, b.Name }).ToListAsync();
        return [.. branches.Select(b => new SelectListItem(b.Name, b.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    /// <summary>The record with its periods, to be moved on; null where it does not exist for this viewer.</summary>
    public static async Task<Person?> FindWithPeriodsAsync(this PortalDb db, int id)
    {
        var person = await db.FindToChangeAsync<Person>(id);
        if (person is not null) await db.Entry(person).Collection(p => p.Periods).LoadAsync();
        return person;
    }

    /// <summary>Saves; a number that is taken is said at its field, even when the other record is out of sight.</summary>
    public static async Task SavePersonAsync(this PortalDb db)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException taken) when (taken is not DbUpdateConcurrencyException && db.IsDuplicate(taken))
        {
            throw new RuleBrokenException("This number belongs to another record.") { Field = nameof(PersonForm.Number) };
        }
    }
}
