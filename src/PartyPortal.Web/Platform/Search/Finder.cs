using Microsoft.AspNetCore.Html;
using PartyPortal.Data;
using PartyPortal.Domain.Search;

namespace PartyPortal.Web.Platform.Search;

/// <summary>A row that was found, as it is shown.</summary>
public sealed record SearchHit(SearchKind Kind, string Page, IHtmlContent Title, IHtmlContent Excerpt, DateTime At, string? Branch, SearchPlace Place);

/// <param name="Question">What was asked.</param>
/// <param name="Hits">What the reader may see of what was found; null while the index is being made.</param>
/// <param name="Next">The cursor of the next page, where there is one for this reader.</param>
public sealed record SearchPage(SearchQuestion Question, IReadOnlyList<SearchHit>? Hits, string? Next);

/// <summary>Asks the index for candidates and the database for the rows, until a page is full of what the visibility gate lets through.</summary>
public sealed class Finder(SearchIndex index, IEnumerable<IFindables> sources, PortalDb db)
{
    private const int PageSize = 20;
    private const int AtOnce = 30;

    // Candidates are as good as hits unless an organisation was moved a moment ago.
    private const int MostRounds = 20;

    public async Task<SearchPage> FindAsync(SearchQuestion asked)
    {
        var (hits, place) = (new List<SearchHit>(), SearchPlace.Read(asked.After));
        for (var round = 0; round < MostRounds && hits.Count <= PageSize; round++)
        {
            if (index.Find(asked, db.Viewer, place, AtOnce) is not { } candidates) return new SearchPage(asked, null, null);

            hits.AddRange(await ReadAsync(candidates, asked.FoldedWords));
            if (candidates.Count < AtOnce) break;
            place = candidates[^1];
        }

        // Whether there is more is told by a row that the reader may see, never by a candidate.
        return new SearchPage(asked, [.. hits.Take(PageSize)], hits.Count > PageSize ? hits[PageSize - 1].Place.ToString() : null);
    }

    private async Task<IEnumerable<SearchHit>> ReadAsync(IReadOnlyList<SearchPlace> candidates, IReadOnlyList<string> words)
    {
        var read = new Dictionary<long, SearchHit>();
        foreach (var source in sources.Where(s => candidates.Any(c => c.Kind == s.Kind)))
        {
            var places = candidates.Where(c => c.Kind == source.Kind).ToDictionary(c => c.Id);
            foreach (var row in await source.ReadAsync(db, places.Keys)) read.Add(places[row.Id].Row, Hit(source, row, places[row.Id], words));
        }

        return candidates.Where(c => read.ContainsKey(c.Row)).Select(c => read[c.Row]);
    }

    private static SearchHit Hit(IFindables source, Findable row, SearchPlace place, IReadOnlyList<string> words) =>
        new(source.Kind, source.Page(row.Id), Marked.Title(row.Title, words), Marked.Excerpt(row.Text, words), row.At, row.Branch, place);
}
