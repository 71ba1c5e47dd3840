using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Notices;

/// <summary>The newest notices for feed readers: what is for the Internet, whoever asks.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicPages.Name)]
public sealed class FeedController(PortalDb db, CurrentSettings settings, IStringLocalizer<Text> text) : Controller
{
    private const int Shown = 30;

    private IQueryable<Notice> Public => db.Notices.Where(n => n.State == NoticeState.Published && n.AudienceKey == Audience.Internet);

    [HttpGet("notices/feed")]
    public async Task<IActionResult> Index() => await WriteAsync(Public, text["Notices"], Url.Action("Index", "Notices")!);

    [HttpGet("branches/{id:int}/feed")]
    public async Task<IActionResult> OfBranch(int id) =>
        await db.Branches.Where(b => b.Id == id && b.ArchivedOn == null).Select(b => new { b.Name, b.Path }).SingleOrDefaultAsync() is { } branch
            ? await WriteAsync(Public.Where(n => n.Branch.Path.StartsWith(branch.Path)), branch.Name, Url.Action("Details", "Branches", new { id })!)
            : NotFound();

    private async Task<ContentResult> WriteAsync(IQueryable<Notice> notices, string title, string page)
    {
        var entries = await notices.OrderByDescending(n => n.PublishAt).ThenByDescending(n => n.Id).Take(Shown)
            .Select(n => new FeedEntry(n.Id, n.Title, n.Branch.Name, n.Body, n.PublishAt)).ToListAsync();
        var feed = new Feed($"{title} · {SiteIdentity.Of(settings.Now).Name}", SiteAddress.Origin(Request), page, Request.PathBase + Request.Path, entries);
        return Content(feed.Write(id => Url.Action("Details", "Notices", new { id })!), "application/atom+xml; charset=utf-8");
    }
}
