using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Guides;

namespace PartyPortal.Web.Features.Help;

/// <summary>The pages about which it is asked whether they were useful: articles of the help and guides.</summary>
internal sealed class AskedPages(PortalDb db, HelpShelf shelf)
{
    private const string Help = "/help/";
    private const string Guides = "/guides/";

    /// <summary>The page's title; null where it is none of them, or none that the reader sees.</summary>
    public async Task<string?> TitleOfAsync(string? page) => (await TitlesOfAsync([page ?? ""])).GetValueOrDefault(page ?? "");

    public async Task<IReadOnlyDictionary<string, string>> TitlesOfAsync(IReadOnlyCollection<string> pages)
    {
        var ids = pages.Select(GuideOf).OfType<int>().ToList();
        var guides = ids.Count == 0 ? [] : await db.Guides.Where(g => ids.Contains(g.Id) && g.State == GuideState.Published).Select(g => new { g.Id, g.Title }).ToListAsync();
        return HelpTopic.All.Select(topic => (Page: Help + topic.Name, shelf.Article(topic).Title)).Where(known => pages.Contains(known.Page))
            .Concat(guides.Select(guide => (Page: string.Create(CultureInfo.InvariantCulture, $"{Guides}{guide.Id}"), guide.Title)))
            .ToDictionary(known => known.Page, known => known.Title);
    }

    private static int? GuideOf(string page) =>
        page.StartsWith(Guides, StringComparison.Ordinal) && int.TryParse(page[Guides.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
