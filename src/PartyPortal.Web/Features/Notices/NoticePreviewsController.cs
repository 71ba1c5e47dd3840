using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Notices;

/// <summary>The preview links of a notice: made, shown once, revoked.</summary>
[Route("desk/notices/{id:int}/previews"), Authorize(Policies.ManageNotices)]
public sealed class NoticePreviewsController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int id)
    {
        var title = await db.Notices.Where(n => n.Id == id && n.Branch.Path.StartsWith(db.Viewer.Path)).Select(n => n.Title).SingleOrDefaultAsync();
        if (title is null) return NotFound();

        var now = clock.UtcNow();
        var links = await db.NoticePreviews.Where(p => p.NoticeId == id && !p.IsRevoked && p.ExpiresAt > now).OrderByDescending(p => p.Id).Select(p => new PreviewRow(p.Id, p.ExpiresAt)).ToListAsync();
        return View(new PreviewsPage(id, title, links, settings.Now.PreviewDays));
    }

    /// <summary>The answer is the link itself, since only its hash is kept.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        if (await db.FindToChangeAsync<Notice>(id) is not { } notice) return NotFound();

        var token = NoticePreview.NewToken();
        var preview = new NoticePreview(notice, token, clock.UtcNow().AddDays(settings.Now.PreviewDays));
        db.Add(preview);
        await db.SaveChangesAsync();
        return View(new NewPreview(id, SiteAddress.Origin(Request) + Url.Action(nameof(PreviewsController.Show), "Previews", new { token }), preview.ExpiresAt));
    }

    [HttpPost("{previewId:int}/revoke")]
    public async Task<IActionResult> Revoke(int id, int previewId)
    {
        if (await db.FindToChangeAsync<NoticePreview>(previewId) is not { } preview || preview.NoticeId != id) return NotFound();

        preview.Revoke();
        await db.SaveChangesAsync();
        return this.Done("The link opens nothing any more.", nameof(Index), new { id });
    }
}

public sealed record PreviewRow(int Id, DateTime ExpiresAt);

public sealed record PreviewsPage(int Id, string Title, IReadOnlyList<PreviewRow> Links, int Days);

public sealed record NewPreview(int Id, string Link, DateTime ExpiresAt);
