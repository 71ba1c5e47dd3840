using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <summary>Courses as they are taken. Who may take which, the visibility gate decides.</summary>
[Route("courses"), AllowAnonymous]
public sealed class CoursesController(PortalDb db) : Controller
{
    [HttpGet(""), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Index(CourseSearch search)
    {
        // The state is the desk's question.
        search.State = null;
        return View(await search.PageAsync(db, db.Courses.Where(c => c.State == StudyState.Published)));
    }

    [HttpGet("{id:int}"), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Details(int id) => await CoursePage.LoadAsync(db, id) is { } page ? View(page) : NotFound();
}
