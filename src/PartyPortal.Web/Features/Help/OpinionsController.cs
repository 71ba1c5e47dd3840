using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Help;

public sealed record OpinionRow(string Page, string Title, int Yes, int No);

public sealed record MissedRow(string Words, int Times, DateOnly LastOn);

/// <param name="Rows">What helped least first.</param>
/// <param name="Texts">The newest words.</param>
/// <param name="Titles">Of the pages that still exist.</param>
/// <param name="Missed">What was searched most often without a hit.</param>
public sealed record OpinionsPage(IReadOnlyList<OpinionRow> Rows, IReadOnlyList<PageOpinion> Texts, IReadOnlyDictionary<string, string> Titles, IReadOnlyList<MissedRow> Missed);

/// <summary>For those who write: which pages did not help, what their readers missed, and which words the help does not know.</summary>
[Route("desk/help"), Authorize(Policies.ReadOpinions)]
public sealed class OpinionsController(PortalDb db, HelpShelf shelf) : Controller
{
    private const int Shown = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var counts = await db.PageOpinions.GroupBy(o => o.Page).Select(g => new { Page = g.Key, Yes = g.Count(o => o.IsUseful), No = g.Count(o => !o.IsUseful) })
            .OrderByDescending(c => c.No).ThenBy(c => c.Page).Take(Shown).ToListAsync();
        var texts = await db.PageOpinions.AsNoTracking().Where(o => o.Text != null).OrderByDescending(o => o.On).ThenBy(o => o.Id).Take(Shown).ToListAsync();
        var missed = await db.MissedSearches.GroupBy(m => m.Words).Select(g => new { Words = g.Key, Times = g.Sum(m => m.Times), LastOn = g.Max(m => m.On) })
            .OrderByDescending(m => m.Times).ThenBy(m => m.Words).Take(Shown).ToListAsync();
        var titles = await new AskedPages(db, shelf).TitlesOfAsync([.. counts.Select(c => c.Page).Concat(texts.Select(t => t.Page)).Distinct()]);
        return View(new OpinionsPage(
            [.. counts.Where(c => titles.ContainsKey(c.Page)).Select(c => new OpinionRow(c.Page, titles[c.Page], c.Yes, c.No))], texts, titles,
            [.. missed.Select(m => new MissedRow(m.Words, m.Times, m.LastOn))]));
    }
}
