using PartyPortal.Data;
using PartyPortal.Domain.Search;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Help;

/// <summary>Help is found by the words of both languages and shown in the reader's.</summary>
internal sealed class FindableHelp(HelpShelf shelf) : IFindables
{
    public SearchKind Kind => SearchKind.Help;

    public bool ComesWithThePortal => true;

    public string Page(int id) => $"/help/{Topic(id)?.Name}";

    public Task<List<Findable>> ReadAsync(PortalDb db, IReadOnlyCollection<int> ids) => Task.FromResult(ids.Select(Topic).OfType<HelpTopic>().Select(Row).ToList());

    public Task<List<int>> IdsAsync(PortalDb db) => Task.FromResult(HelpTopic.All.Select(topic => topic.Id).ToList());

    public Task<List<int>> IdsOfBranchAsync(PortalDb db, int branchId) => Task.FromResult(new List<int>());

    private static HelpTopic? Topic(int id) => HelpTopic.All.FirstOrDefault(topic => topic.Id == id);

    private Findable Row(HelpTopic topic)
    {
        var (article, other) = (shelf.Article(topic), shelf.Article(topic, !PageLanguage.IsChinese));
        return new Findable { Id = topic.Id, Title = article.Title, Lead = article.PlainText, Words = $"{other.Title}\n{other.PlainText}" };
    }
}
