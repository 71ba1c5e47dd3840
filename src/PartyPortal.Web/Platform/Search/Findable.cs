using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Search;

namespace PartyPortal.Web.Platform.Search;

/// <summary>A row as it is searched and shown: filled by the projection of its feature.</summary>
public sealed record Findable
{
    public int Id { get; init; }
    public string Title { get; init; } = "";

    /// <summary>Plain text.</summary>
    public string? Lead { get; init; }

    /// <summary>Rich text.</summary>
    public string? Body { get; init; }

    /// <summary>Plain text behind the body.</summary>
    public string? Spoken { get; init; }

    /// <summary>Other words by which it is found, never shown.</summary>
    public string? Words { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Since when it is to be read; the default where it is of no time.</summary>
    public DateTime At { get; init; }

    /// <summary>Whom it is for, as the visibility gate compares it.</summary>
    public string Audience { get; init; } = Domain.Access.Audience.Internet;

    public int BranchId { get; init; }
    public string? Branch { get; init; }
    public string Path { get; init; } = "/";

    /// <summary>What an excerpt is taken from.</summary>
    public string Text => string.Join(' ', new[] { Lead, PlainText.Of(Body), Spoken }.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>What one feature gives to the search. Its rows are read by the index for everybody, and again through the visibility gate for whoever asks.</summary>
public interface IFindables
{
    SearchKind Kind { get; }

    /// <summary>Changes with a new portal, and never by a save.</summary>
    bool ComesWithThePortal => false;

    /// <summary>The page of a row, without language.</summary>
    string Page(int id);

    /// <summary>Those among the ids that are to be read, as far as the viewer may see.</summary>
    Task<List<Findable>> ReadAsync(PortalDb db, IReadOnlyCollection<int> ids);

    Task<List<int>> IdsAsync(PortalDb db);

    /// <summary>What must be read anew after its organisation was renamed or moved.</summary>
    Task<List<int>> IdsOfBranchAsync(PortalDb db, int branchId);
}

/// <summary>The same of rows of the database.</summary>
internal abstract class FindableRows : IFindables
{
    public abstract SearchKind Kind { get; }

    public abstract string Page(int id);

    public Task<List<Findable>> ReadAsync(PortalDb db, IReadOnlyCollection<int> ids) => Rows(db).AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync();

    public Task<List<int>> IdsAsync(PortalDb db) => Rows(db).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync();

    public Task<List<int>> IdsOfBranchAsync(PortalDb db, int branchId) => Rows(db).Where(row => row.BranchId == branchId).Select(row => row.Id).ToListAsync();

    /// <summary>What stands on a page of its own for its readers: drafts and what is over do not.</summary>
    protected abstract IQueryable<Findable> Rows(PortalDb db);
}
