using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <param name="Reader">Whose work it is about.</param>
/// <param name="Articles">The chapters.</param>
public sealed record ManualPage(HelpReader Reader, IReadOnlyList<HelpArticle> Articles);

/// <summary>All articles about somebody's work on one page, to be printed.</summary>
[Route("help/manual"), AllowAnonymous]
public sealed class ManualController(HelpShelf shelf) : Controller
{
    [HttpGet("{reader}"), OutputCache(PolicyName = PublicPages.Name)]
    public IActionResult Index(string reader) => Enum.GetValues<HelpReader>().FirstOrDefault(known => NameOf(known) == reader) is not 0 and var known
        ? View(new ManualPage(known, [.. HelpTopic.All.Where(topic => topic.Reader == known).Select(shelf.Article)]))
        : NotFound();

    /// <summary>In the address.</summary>
    public static string NameOf(HelpReader reader) => reader.ToString().ToLowerInvariant();
}
