namespace PartyPortal.Domain.Search;

/// <summary>A row that the search may find was saved: written in the same transaction, read by each instance to bring its own index up to date.</summary>
public sealed class SearchChange
{
    private SearchChange() { }

    public SearchChange(SearchKind kind, int rowId, DateOnly on) => (Kind, RowId, On) = (kind, rowId, on);

    public int Id { get; private init; }
    public SearchKind Kind { get; private init; }
    public int RowId { get; private init; }
    public DateOnly On { get; private init; }

    /// <summary>By which an index knows that it follows this very database, and not one restored from a backup.</summary>
    public Guid Stamp { get; private init; } = Guid.NewGuid();
}
