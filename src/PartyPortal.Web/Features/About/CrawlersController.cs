using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.About;

/// <summary>What search engines are told: every page for everybody in both languages, and nothing else.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicPages.Name)]
public sealed class CrawlersController(PortalDb db) : Controller
{
    // A sitemap holds 50,000 addresses at most, and each page has two.
    private const int MostOfEach = 6_000;

    private static readonly string[] Fixed = ["/", "/notices", "/study", "/courses", "/guides", "/branches", "/development", "/regulations", "/feedback", "/feedback/done", "/feedback/protection", "/help", "/help/glossary", "/help/releases", "/accessibility", "/privacy", "/about-this-site", "/sitemap"];
    private static readonly string[] Closed = ["/account", "/activate", "/admin", "/certificates", "/desk", "/display", "/error", "/help/ask", "/help/useful", "/help/why", "/feedback/receipt", "/me", "/messages", "/people", "/preview", "/problems", "/reset", "/setup", "/sign-in", "/slips", "/uploads"];

    [HttpGet("sitemap.xml")]
    public async Task<IActionResult> SiteMap()
    {
        var notices = await db.Notices.Where(n => n.State == NoticeState.Published && n.AudienceKey == Audience.Internet)
            .OrderByDescending(n => n.Id).Take(MostOfEach).Select(n => n.Id).ToListAsync();
        var materials = await db.StudyMaterials.Where(m => m.State == StudyState.Published && m.AudienceKey == Audience.Internet)
            .OrderByDescending(m => m.Id).Take(MostOfEach).Select(m => m.Id).ToListAsync();
        var courses = await db.Courses.Where(c => c.State == StudyState.Published && c.AudienceKey == Audience.Internet)
            .OrderByDescending(c => c.Id).Take(MostOfEach).Select(c => c.Id).ToListAsync();
        var guides = await db.Guides.Where(g => g.State == GuideState.Published).OrderBy(g => g.Id).Take(MostOfEach).Select(g => g.Id).ToListAsync();
        var branches = await db.Branches.Where(b => b.ArchivedOn == null).OrderBy(b => b.Id).Take(MostOfEach).Select(b => b.Id).ToListAsync();
        string[] paths = [.. Fixed, .. notices.Select(id => $"/notices/{id}"), .. materials.Select(id => $"/study/{id}"), .. courses.Select(id => $"/courses/{id}"), .. guides.Select(id => $"/guides/{id}"), .. branches.Select(id => $"/branches/{id}")];
        return Content(SiteMapFile.Write(SiteAddress.Origin(Request), paths), "application/xml; charset=utf-8");
    }

    [HttpGet("robots.txt")]
    public IActionResult Robots()
    {
        var closed = Closed.SelectMany(path => new[] { path, "/en" + path }).Select(path => $"Disallow: {path}\n");
        return Content($"User-agent: *\n{string.Concat(closed)}Sitemap: {SiteAddress.Origin(Request)}/sitemap.xml\n", "text/plain; charset=utf-8");
    }
}
