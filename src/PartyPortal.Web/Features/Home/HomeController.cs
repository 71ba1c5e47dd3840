using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Home;

[AllowAnonymous]
public sealed class HomeController(PortalDb db) : Controller
{
    private const int NoticesShown = 8;

    [HttpGet("/"), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Index() => View(await db.Notices.AsNoTracking().Where(n => n.State == NoticeState.Published)
        .OrderByDescending(n => n.IsPinned).ThenByDescending(n => n.PublishAt).ThenByDescending(n => n.Id)
        .Select(n => new HomeNotice(n.Id, n.Title, n.Branch.Name, n.PublishAt, n.IsPinned)).Take(NoticesShown).ToListAsync());
}

public sealed record HomeNotice(int Id, string Title, string Branch, DateTime PublishAt, bool IsPinned);
