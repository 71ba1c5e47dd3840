using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Study;

/// <summary>The bytes of a material, whole or in ranges. Who may not see the material finds no file, whatever address was passed on.</summary>
[Route("study/{id:int}/file"), AllowAnonymous]
public sealed class StudyFilesController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Details(int id)
    {
        // A player asks again for every part of a film: its texts are not read each time.
        var material = await db.StudyMaterials.Where(m => m.Id == id).Select(m => new { m.File, m.State, m.AudienceKind }).SingleOrDefaultAsync();
        if (material?.File is not { } file) return NotFound();

        return this.StoredFile(file, material is { State: StudyState.Published, AudienceKind: AudienceKind.Internet } ? Readers.Everybody : Readers.Some);
    }

    [HttpGet("~/study/{id:int}/captions"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Captions(int id) =>
        await db.StudyMaterials.Where(m => m.Id == id).Select(m => m.Captions).SingleOrDefaultAsync() is { } captions ? Content(captions, "text/vtt", Encoding.UTF8) : NotFound();
}
