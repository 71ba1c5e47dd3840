using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Maintaining;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Maintaining;

/// <param name="Parts">How each does.</param>
/// <param name="ToCome">Planned work and what is under way.</param>
/// <param name="Past">What is over, newest first.</param>
/// <param name="IsShut">Nobody signs in from anywhere else, because the setting of the networks cannot be read.</param>
public sealed record StatusPage(IReadOnlyList<PortalPart> Parts, IReadOnlyList<MaintenanceWindow> ToCome, IReadOnlyList<MaintenanceWindow> Past, bool IsShut);

/// <summary>How the portal does, for everybody: in plain words, without what is inside.</summary>
[Route("status"), AllowAnonymous, ResponseCache(NoStore = true)]
public sealed class StatusController(PortalDb db, PortalState state, CurrentNetworks networks) : Controller
{
    private const int PastShown = 10;

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var parts = await state.FindAsync(db);
        var work = await WorkAsync();
        return View(new StatusPage(parts, [.. work.Where(m => m.State != MaintenanceState.Over).OrderBy(m => m.From)], [.. work.Where(m => m.State == MaintenanceState.Over).Take(PastShown)], networks.Now.IsUnreadable));
    }

    private async Task<List<MaintenanceWindow>> WorkAsync()
    {
        try
        {
            return await db.MaintenanceWindows.AsNoTracking().Where(m => m.State != MaintenanceState.CalledOff).OrderByDescending(m => m.From).Take(2 * PastShown).ToListAsync();
        }
        catch (Exception failure) when (DatabaseAway.Is(failure))
        {
            // The parts say that the database is away.
            return [];
        }
    }
}
