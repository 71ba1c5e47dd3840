using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PartyPortal.Data;
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

/// <summary>What the words of a search look like.</summary>
internal enum WordsKind
{
    None,
    Number,
    Pinyin,
    Name,
}

internal static class MatchingPeople
{
#pragma warning disable CA1309 // The comparison is the database's, whose columns are ordinal; the other overload has no SQL.
    // Greater than every character of an ASCII key, and than every character of a name.
    private const string LastOfKeys = "~";
    private const string LastOfNames = "\U0010FFFF";

    public static WordsKind Kind(this string? words)
    {
        var text = words?.Trim() ?? "";
        if (text.Length == 0) return WordsKind.None;
        if (text.Any(char.IsAsciiDigit)) return WordsKind.Number;
        return text.All(char.IsAscii) ? WordsKind.Pinyin : WordsKind.Name;
    }

    /// <summary>Whose name, pinyin, initials or number begins so. Ranges and not LIKE: they use the index, and % and _ are letters.</summary>
    public static IQueryable<Person> Matching(this IQueryable<Person> people, string? words) => words.Kind() switch
    {
        WordsKind.None => people,
        WordsKind.Number => people.WithNumber(words!.Trim().ToUpperInvariant()),
        WordsKind.Pinyin => people.WithPinyin(words!.Trim().ToLowerInvariant()),
        _ => people.WithName(words!.Trim()),
    };

    private static IQueryable<Person> WithNumber(this IQueryable<Person> people, string from)
    {
        var until = from + LastOfKeys;
        return people.Where(p => string.Compare(p.NumberKey, from) >= 0 && string.Compare(p.NumberKey, until) < 0);
    }

    private static IQueryable<Person> WithPinyin(this IQueryable<Person> people, string from)
    {
        var initials = from.Replace(" ", "", StringComparison.Ordinal);
        var (until, initialsUntil) = (from + LastOfKeys, initials + LastOfKeys);
        // Pinyin and initials begin with the same letter: its range of the index holds all that match, in order.
        var (letter, letterUntil) = (from[..1], from[..1] + LastOfKeys);
        return people.Where(p => string.Compare(p.NameKey, letter) >= 0 && string.Compare(p.NameKey, letterUntil) < 0)
            .Where(p => (string.Compare(p.NameKey, from) >= 0 && string.Compare(p.NameKey, until) < 0)
            || (string.Compare(p.InitialsKey, initials) >= 0 && string.Compare(p.InitialsKey, initialsUntil) < 0));
    }

    private static IQueryable<Person> WithName(this IQueryable<Person> people, string from)
    {
        var until = from + LastOfNames;
        return people.Where(p => string.Compare(p.Name, from) >= 0 && string.Compare(p.Name, until) < 0);
    }
}
