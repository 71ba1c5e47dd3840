using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Notices;

/// <summary>A notice as its readers will see it, for whoever holds its link: unpublished matter, so only inside the networks of the settings where there are any.</summary>
[Route("preview/{token}"), AllowAnonymous, InsideOnly, ResponseCache(NoStore = true), EnableRateLimiting(RateLimits.Code)]
public sealed class PreviewsController(PortalDb db, CurrentViewer current) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string token)
    {
        if (await FindAsync(token) is not { } preview) return NotFound();

        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        ViewData["PreviewToken"] = token;
        return preview.HoldsAt(current.Clock.UtcNow()) ? View(preview) : new ViewResult { ViewName = "Over", StatusCode = StatusCodes.Status410Gone };
    }

    [HttpGet("files/{fileId:int}"), HttpHead("files/{fileId:int}")]
    public async Task<IActionResult> File(string token, int fileId) =>
        await FindAsync(token) is { } preview && preview.HoldsAt(current.Clock.UtcNow()) && preview.Notice.Attachments.SingleOrDefault(a => a.Id == fileId) is { } attachment
            ? this.StoredFile(attachment.File, Readers.Some)
            : NotFound();

    private async Task<NoticePreview?> FindAsync(string token)
    {
        var hash = NoticePreview.HashOf(token);
        // The link stands for a right to this one notice, whoever opens it.
        using (current.ActAsSystem())
        {
            return await db.NoticePreviews.AsNoTracking().Include(p => p.Notice.Branch).Include(p => p.Notice.Attachments).SingleOrDefaultAsync(p => p.TokenHash == hash);
        }
    }
}
