using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Domain.Classes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Classes;

/// <summary>Training classes as those take part in them whom they are for.</summary>
[Route("classes"), Authorize(Policies.SignedIn)]
public sealed class ClassesController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) => View(await ClassListPage.LoadAsync(db, db.TrainingClasses.Where(c => c.State != ClassState.Draft), after));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) => await ClassPage.LoadAsync(db, id, PortalClock.InShanghai(clock.UtcNow())) is { } page ? View(page) : NotFound();
}
