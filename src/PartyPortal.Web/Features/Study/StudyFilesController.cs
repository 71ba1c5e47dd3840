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
        var material = await db.StudyMaterials.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(m => m.Id == id);
        if (material?.File is not { } file) return NotFound();

        return this.StoredFile(file, material is { State: StudyState.Published, AudienceKind: AudienceKind.Internet } ? Readers.Everybody : Readers.Some);
    }
}
