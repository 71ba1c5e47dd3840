using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.People;

namespace PartyPortal.Web.Features.Collections;

/// <param name="All">In the order of the organisation and of names.</param>
/// <param name="Unreachable">Those of them who cannot answer: people without an account, organisations without a secretary.</param>
internal sealed record AskedList(IReadOnlyList<Asked> All, IReadOnlyList<string> Unreachable);

/// <summary>Finds whom a collection asks, among what the viewer may see.</summary>
internal sealed class AskedOnes(PortalDb db, DateOnly today)
{
    private static readonly char[] Lines = ['\r', '\n', ',', '，', '、', ';', '；'];
    private static readonly Role[] Speakers = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary];

    /// <exception cref="RuleBrokenException">Somebody named is not to be found, or stands for several.</exception>
    public async Task<AskedList> FindAsync(int branchId, CollectionContent content)
    {
        var here = await db.Branches.AsNoTracking().SingleAsync(b => b.Id == branchId);
        return content.Reach.AsksPeople() ? await PeopleAsync(here, content) : await BranchesAsync(here, content);
    }

    private async Task<AskedList> PeopleAsync(Branch here, CollectionContent content)
    {
        var (from, to) = content.Stages.Range();
        var people = db.People.Where(p => p.Branch.Path.StartsWith(here.Path) && p.Stage >= from && p.Stage <= to);
        if (content.Reach is CollectionReach.PeopleHere) people = people.Where(p => p.BranchId == here.Id);
        if (content.Reach is CollectionReach.ChosenPeople) people = await ChosenAsync(people, NamesIn(content));

        var found = await people.OrderBy(p => p.Branch.Path).ThenBy(p => p.NameKey).ThenBy(p => p.Id).Take(Collection.MostAsked + 1)
            .Select(p => new { p.BranchId, p.Id, p.Name, p.Number, p.AccountId }).ToListAsync();
        return new AskedList([.. found.Select(p => new Asked(p.BranchId, p.Id, p.Name, p.Number))], [.. found.Where(p => p.AccountId is null).Select(p => p.Name)]);
    }

    private static async Task<IQueryable<Person>> ChosenAsync(IQueryable<Person> people, List<string> names)
    {
        var numbers = names.ConvertAll(n => n.ToUpperInvariant());
        var found = await people.Where(p => names.Contains(p.Name) || numbers.Contains(p.NumberKey!)).Select(p => new { p.Id, p.Name, p.NumberKey }).ToListAsync();
        List<int> ids = [];
        List<string> unknown = [];
        foreach (var name in names)
        {
            var called = found.Where(p => string.Equals(p.NumberKey, name, StringComparison.OrdinalIgnoreCase) || p.Name == name).ToList();
            if (called.Count > 1) throw new RuleBrokenException("Several people are called {0}. Give the number.", name) { Field = nameof(Collection.Chosen) };
            if (called.Count == 0) unknown.Add(name);
            else ids.Add(called[0].Id);
        }

        RefuseUnknown(unknown);
        return people.Where(p => ids.Contains(p.Id));
    }

    private async Task<AskedList> BranchesAsync(Branch here, CollectionContent content)
    {
        var below = db.Branches.Where(b => b.Gone == 0 && b.Id != here.Id && b.Path.StartsWith(here.Path));
        var wanted = content.Reach switch
        {
            CollectionReach.DirectBranches => below.Where(b => b.ParentId == here.Id),
            CollectionReach.BranchesBelow => below.Where(b => b.Kind == BranchKind.Branch),
            _ => await ChosenAsync(below, NamesIn(content)),
        };
        var found = await wanted.OrderBy(b => b.Path).Select(b => new { b.Id, b.Name, b.Code }).ToListAsync();
        var grants = await db.RoleGrants.AsNoTracking().Where(g => Speakers.Contains(g.Role) && g.BranchId != null).ToListAsync();
        var spoken = grants.Where(g => g.HoldsOn(today)).Select(g => g.BranchId!.Value).ToHashSet();
        return new AskedList([.. found.Select(b => new Asked(b.Id, null, b.Name, b.Code))], [.. found.Where(b => !spoken.Contains(b.Id)).Select(b => b.Name)]);
    }

    private static async Task<IQueryable<Branch>> ChosenAsync(IQueryable<Branch> below, List<string> names)
    {
        var codes = names.ConvertAll(Branch.KeyOf);
        var found = await below.Where(b => names.Contains(b.Name) || codes.Contains(b.CodeKey)).Select(b => new { b.Id, b.Name, b.CodeKey }).ToListAsync();
        RefuseUnknown([.. names.Where(n => !found.Exists(b => b.Name == n || b.CodeKey == Branch.KeyOf(n)))]);

        var ids = found.ConvertAll(b => b.Id);
        return below.Where(b => ids.Contains(b.Id));
    }

    private static List<string> NamesIn(CollectionContent content) =>
        [.. (content.Chosen ?? "").Split(Lines, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Take(Collection.MostAsked)];

    private static void RefuseUnknown(IReadOnlyList<string> unknown)
    {
        if (unknown.Count > 0) throw new RuleBrokenException("Nobody among them is called: {0}.", string.Join("、", unknown.Take(10))) { Field = nameof(Collection.Chosen) };
    }
}
