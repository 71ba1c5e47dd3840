using PartyPortal.Data;
using PartyPortal.Domain.Guides;

namespace PartyPortal.Web.Features.Guides;

public sealed record GuideRow(int Id, string Title, string Summary, GuideTopic Topic, GuideState State, string Branch, DateTime PublishedAt, DateOnly ConfirmedOn);

/// <summary>A list of guides: what may be asked of it, and the answer.</summary>
public sealed class GuideSearch
{
    public string? Words { get; set; }

    /// <summary>The topic, under the name that kept pages know.</summary>
    public GuideTopic? Category { get; set; }

    public GuideState? State { get; set; }
    public string? After { get; set; }

    public async Task<GuideList> RunAsync(IQueryable<Guide> guides) => new(this, await Filter(guides).NewestFirstAsync(
        g => g.PublishedAt, g => g.Id, After, 30, g => new GuideRow(g.Id, g.Title, g.Summary, g.Topic, g.State, g.Branch.Name, g.PublishedAt, g.ConfirmedOn)));

    private IQueryable<Guide> Filter(IQueryable<Guide> guides)
    {
        if (Category is { } topic) guides = guides.Where(g => g.Topic == topic);
        if (State is { } state) guides = guides.Where(g => g.State == state);
        // Every word must occur; a few hundred guides are read through.
        foreach (var word in (Words ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(5))
            guides = guides.Where(g => g.SearchKey.Contains(word));

        return guides;
    }
}

public sealed record GuideList(GuideSearch Asked, Slice<GuideRow> Found);
