using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Notices;

/// <summary>The files beside notices. Whoever may not read the notice finds nothing, whatever the address.</summary>
[Route("notices/{id:int}/files"), AllowAnonymous]
public sealed class AttachmentsController(PortalDb db) : Controller
{
    [HttpGet("{fileId:int}"), HttpHead("{fileId:int}")]
    public async Task<IActionResult> Show(int id, int fileId)
    {
        var found = await db.NoticeAttachments.Where(a => a.Id == fileId && a.NoticeId == id)
            .Select(a => new { a.File, IsPublic = a.Notice.State == NoticeState.Published && a.Notice.AudienceKind == AudienceKind.Internet }).SingleOrDefaultAsync();
        return found is null ? NotFound() : this.StoredFile(found.File, found.IsPublic ? Readers.Everybody : Readers.Some);
    }
}
