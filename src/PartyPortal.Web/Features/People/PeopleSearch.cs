using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PartyPortal.Data;
using PartyPortal.Data.People;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

/// <summary>What a list of people is asked for. The list and its export share it.</summary>
public sealed class PeopleSearch
{
    public const int PageSize = 30;

    [Display(Name = "Name, pinyin, initials or number"), StringLength(Person.NameMaxLength)]
    public string? Words { get; set; }

    [Display(Name = "Stage")]
    public Stage? Stage { get; set; }

    [Display(Name = "Branch"), BranchChoice]
    public int? BranchId { get; set; }

    /// <summary>Asked for where the list is of one branch.</summary>
    [Display(Name = "Group")]
    public int? GroupId { get; set; }

    public string? After { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && Stage is null && BranchId is null && GroupId is null;

    /// <summary>The branch whose people alone are listed: the one in reach, or the one asked for.</summary>
    public int? OneBranchIn(PortalDb db) => db.Viewer.OnlyBranchId ?? BranchId;

    /// <summary>Sorted by what is looked for, so that one index finds and sorts.</summary>
    public Task<Slice<PersonRow>> PageAsync(PortalDb db) => Words.Kind() switch
    {
        WordsKind.Number => PageAsync(db, p => p.NumberKey!),
        WordsKind.Name => PageAsync(db, p => p.Name),
        _ => PageAsync(db, p => p.NameKey),
    };

    private Task<Slice<PersonRow>> PageAsync(PortalDb db, Expression<Func<Person, string>> key) =>
        In(db).ByKeyAsync(key, p => p.Id, After, PageSize, p => new PersonRow(p.Id, p.Name, p.Number, p.Branch.Name, p.Stage));

    public IQueryable<Person> In(PortalDb db)
    {
        IQueryable<Person> people = db.People;
        // For speed alone: with one branch in reach its own index serves the page.
        if (db.Viewer.OnlyBranchId is { } only) people = people.Where(p => p.BranchId == only);
        if (BranchId is { } branch) people = people.Where(p => p.BranchId == branch);
        if (GroupId is { } group) people = people.Where(p => p.GroupId == group);
        if (Stage is { } stage) people = people.Where(p => p.Stage == stage);
        return people.Matching(Words);
    }
}

public sealed record PersonRow(int Id, string Name, string? Number, string Branch, Stage Stage);
