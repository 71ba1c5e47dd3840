using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <summary>The first steps of the role in use, hidden on the desk or shown there again.</summary>
[Route("help/first-steps"), Authorize(Policies.SignedIn)]
public sealed class FirstStepsController(PortalDb db, ShownSteps shown, OpenPages pages) : Controller
{
    private Role RoleInUse => ShownSteps.RoleOf(db.Viewer);

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        ViewData["IsHidden"] = await FindAsync() is not null;
        return View(Beginnings.Of(db.Viewer, pages));
    }

    [HttpPost("hide")]
    public async Task<IActionResult> Hide()
    {
        if (await FindAsync() is null) db.Add(new HiddenSteps(db.Viewer.AccountId!, RoleInUse));
        await SaveAsync();
        return this.Done("The first steps are hidden. You find them in the help.", "Index", "Desk");
    }

    [HttpPost("show")]
    public async Task<IActionResult> Show()
    {
        if (await FindAsync() is { } hidden) db.Remove(hidden);
        await SaveAsync();
        return this.Done("The first steps stand on your desk again.", "Index", "Desk");
    }

    private async Task SaveAsync()
    {
        await db.SaveChangesAsync();
        shown.Forget(db.Viewer);
    }

    private Task<HiddenSteps?> FindAsync() => db.HiddenSteps.SingleOrDefaultAsync(h => h.AccountId == db.Viewer.AccountId && h.Role == RoleInUse);
}
