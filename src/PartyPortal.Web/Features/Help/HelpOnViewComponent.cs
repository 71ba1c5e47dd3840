using Microsoft.AspNetCore.Mvc;

namespace PartyPortal.Web.Features.Help;

/// <summary>The articles of the help that rest on a regulation. Nothing where there is none.</summary>
public sealed class HelpOnViewComponent(HelpShelf shelf) : ViewComponent
{
    public IViewComponentResult Invoke(string regulation)
    {
        var topics = HelpTopic.All.Where(topic => topic.RestsOn.Contains(regulation)).Select(topic => (topic.Name, shelf.Article(topic).Title)).ToList();
        return topics.Count == 0 ? Content("") : View(topics);
    }
}
