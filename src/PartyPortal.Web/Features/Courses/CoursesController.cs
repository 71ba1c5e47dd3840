using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <summary>Courses as they are taken. Who may take which, the visibility gate decides.</summary>
[Route("courses"), AllowAnonymous]
public sealed class CoursesController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet(""), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Index(CourseSearch search)
    {
        // The state is the desk's question.
        search.State = null;
        return View(await search.PageAsync(db, db.Courses.Where(c => c.State == StudyState.Published)));
    }

    [HttpGet("{id:int}"), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Details(int id)
    {
        if (await CoursePage.LoadAsync(db, id) is not { } page) return NotFound();

        ViewBag.Stands = await ClassStand.OfAsync(db, page, clock);
        var today = db.Today;
        return View(page with { Asked = page.IsLearner ? await db.AssignedToMe().Where(a => a.CourseId == id).Select(a => new AskedOf(a.Branch.Name, a.DueOn, a.DueOn < today)).FirstOrDefaultAsync() : null });
    }
}
