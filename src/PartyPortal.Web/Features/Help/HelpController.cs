using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <param name="Own">The reader's own work, shown first.</param>
public sealed record HelpPage(HelpReader Own, IEnumerable<IGrouping<HelpReader, HelpArticle>> Articles);

/// <summary>Questions that people have, by whose work they are about.</summary>
[Route("help"), AllowAnonymous]
public sealed class HelpController(HelpShelf shelf, CurrentViewer current) : Controller
{
    [HttpGet(""), OutputCache(PolicyName = PublicPages.Name)]
    public IActionResult Index()
    {
        var own = OwnWork(current.Viewer);
        return View(new HelpPage(own, HelpTopic.All.Select(shelf.Article).GroupBy(article => article.Topic.Reader).OrderBy(group => group.Key == own ? 0 : (int)group.Key)));
    }

    [HttpGet("{name}"), OutputCache(PolicyName = PublicPages.Name)]
    public IActionResult Details(string name) => HelpTopic.All.FirstOrDefault(topic => topic.Name == name) is { } topic ? View(shelf.Article(topic)) : NotFound();

    [HttpGet("glossary"), OutputCache(PolicyName = PublicPages.Name)]
    public IActionResult Glossary() => View(shelf.Glossary);

    private static HelpReader OwnWork(Viewer viewer) => viewer.Acting?.Role switch
    {
        Role.OrganisationOffice or Role.SystemAdministrator or Role.SecurityAdministrator or Role.Auditor => HelpReader.Administrator,
        not null => HelpReader.Secretary,
        null => viewer.IsSignedIn ? HelpReader.Member : HelpReader.Everybody,
    };
}
