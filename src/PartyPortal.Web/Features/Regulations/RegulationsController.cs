using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Regulations;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Regulations;

public sealed record Quoting(int Id, string Title);

/// <param name="Regulation">What is read.</param>
/// <param name="Article">The article that was asked for; null where none was.</param>
/// <param name="Courses">Those with a lesson about it.</param>
/// <param name="Materials">What the reader may study about it.</param>
public sealed record RegulationPage(Regulation Regulation, string? Article, IReadOnlyList<Quoting> Courses, IReadOnlyList<Quoting> Materials)
{
    public bool IsUnknown => Article is not null && Regulation.Articles.All(a => a.Number != Article);
}

/// <summary>What the portal rests on, article by article, and where it keeps it.</summary>
[Route("regulations"), AllowAnonymous]
public sealed class RegulationsController(PortalDb db) : Controller
{
    private const int Most = 10;

    [HttpGet(""), OutputCache(PolicyName = PublicPages.Name)]
    public IActionResult Index() => View();

    /// <summary>An article that is not here leads to the list of those that are.</summary>
    [HttpGet("{name}/{article?}"), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Details(string name, string? article)
    {
        if (RegulationShelf.All.FirstOrDefault(r => r.Name == name) is not { } regulation) return NotFound();

        var quoting = db.StudyMaterials.Where(m => m.State == StudyState.Published && m.Regulation != null && m.Regulation.Contains(regulation.Words));
        var courses = await db.Courses.Where(c => c.State == StudyState.Published && db.Lessons.Any(l => l.CourseId == c.Id && quoting.Any(m => m.Id == l.MaterialId)))
            .OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(Most).Select(c => new Quoting(c.Id, c.Title)).ToListAsync();
        var materials = await quoting.OrderByDescending(m => m.PublishedAt).ThenByDescending(m => m.Id).Take(Most).Select(m => new Quoting(m.Id, m.Title)).ToListAsync();
        var page = View(new RegulationPage(regulation, article, courses, materials));
        if (((RegulationPage)page.Model!).IsUnknown) page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
