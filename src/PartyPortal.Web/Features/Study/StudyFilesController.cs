using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Files;
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

        return this.StoredFile(file, ReadersOf(material.State, material.AudienceKind));
    }

    /// <summary>As a PDF, of slides or a text document.</summary>
    [HttpGet("~/study/{id:int}/pages")]
    public Task<IActionResult> Pages(int id) => MadeAsync(id, r => r.Pages);

    /// <summary>A picture out of the film.</summary>
    [HttpGet("~/study/{id:int}/still")]
    public Task<IActionResult> Still(int id) => MadeAsync(id, r => r.Still);

    [HttpGet("~/study/{id:int}/captions"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Captions(int id) =>
        await db.StudyMaterials.Where(m => m.Id == id).Select(m => m.Captions).SingleOrDefaultAsync() is { } captions ? Content(captions, "text/vtt", Encoding.UTF8) : NotFound();

    private async Task<IActionResult> MadeAsync(int id, Func<Made, StoredFile?> which)
    {
        var made = await db.StudyRenditions.Where(r => r.MaterialId == id && r.Sha256 == r.Material.File!.Sha256).Select(r => new Made(r.Pages, r.Still, r.Material.State, r.Material.AudienceKind)).SingleOrDefaultAsync();
        return made is not null && which(made) is { } file ? this.StoredFile(file, ReadersOf(made.State, made.Audience)) : NotFound();
    }

    private sealed record Made(StoredFile? Pages, StoredFile? Still, StudyState State, AudienceKind Audience);

    private static Readers ReadersOf(StudyState state, AudienceKind audience) => (state, audience) is (StudyState.Published, AudienceKind.Internet) ? Readers.Everybody : Readers.Some;
}
