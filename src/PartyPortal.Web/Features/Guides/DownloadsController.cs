using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Guides;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Guides;

/// <summary>The forms beside guides. Those of a draft are for its desk alone.</summary>
[Route("guides/{id:int}/files"), AllowAnonymous]
public sealed class DownloadsController(PortalDb db) : Controller
{
    [HttpGet("{fileId:int}"), HttpHead("{fileId:int}")]
    public async Task<IActionResult> Show(int id, int fileId)
    {
        var found = await db.GuideDownloads.Where(d => d.Id == fileId && d.GuideId == id)
            .Select(d => new { d.File, IsPublic = d.Guide.State == GuideState.Published }).SingleOrDefaultAsync();
        return found is null ? NotFound() : this.StoredFile(found.File, found.IsPublic ? Readers.Everybody : Readers.Some);
    }
}
