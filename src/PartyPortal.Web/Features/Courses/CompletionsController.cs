using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <summary>For who has done every lesson elsewhere: says that the course is done.</summary>
[Route("courses/{id:int}/completion"), Authorize(Policies.SignedIn)]
public sealed class CompletionsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        if (await CoursePage.LoadAsync(db, id) is null) return NotFound();

        return await db.CompleteAsync(id, clock.Today())
            ? this.Done("You have done this course.", nameof(CoursesController.Details), "Courses", new { id })
            : RedirectToAction(nameof(CoursesController.Details), "Courses", new { id });
    }
}
