using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Study;

/// <summary>Materials to take away, for where there is no network.</summary>
[Route("study/{id:int}/pack"), AllowAnonymous]
public sealed class StudyPacksController(PortalDb db, IStringLocalizer<Text> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Details(int id)
    {
        var material = await db.StudyMaterials.Include(m => m.Branch).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.State == StudyState.Published);
        if (material is null || !StudyPack.IsMadeOf(material.Kind)) return NotFound();
        if (!material.MayNotBePassedOn) return new StudyPack(material, await db.PicturesInAsync(material.Body), SiteAddress.Origin(Request), text).Zip();

        TempData[Flash.Trouble] = text["The rights in this material do not allow it to be passed on. Study it here."].Value;
        return RedirectToAction(nameof(StudyController.Details), "Study", new { id });
    }
}
