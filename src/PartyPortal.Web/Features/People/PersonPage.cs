using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Web.Features.People;

public sealed record PeoplePage(PeopleSearch Search, IReadOnlyList<PersonRow> Rows, string? Next, IReadOnlyList<SelectListItem> Groups);

public sealed record PeriodRow(string Branch, Stage Stage, DateOnly From, DateOnly? Until);

public sealed record PersonPage(int Id, string Name, string? Number, string Branch, string? Group, Stage Stage, DateOnly? BornOn, DateOnly? AppliedOn,
    DateOnly? AdmittedOn, DateOnly? ConvertedOn, string? Email, IReadOnlyList<PeriodRow> Periods)
{
    public static readonly Expression<Func<Person, PersonPage>> Of = p => new PersonPage(p.Id, p.Name, p.Number, p.Branch.Name, p.Group!.Name, p.Stage, p.BornOn, p.AppliedOn,
        p.AdmittedOn, p.ConvertedOn, p.Email, p.Periods.OrderBy(x => x.From).ThenBy(x => x.Id).Select(x => new PeriodRow(x.Branch.Name, x.Stage, x.From, x.Until)).ToList());
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
            throw new RuleBrokenException("This number belongs to another record.") { Field = nameof(PersonForm.Number) };
        }
    }
}
