using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

public sealed class StarterForm : IForm
{
    [Display(Name = "Published by"), BranchChoice, Required]
    public int? BranchId { get; set; }
}

/// <summary>The courses that come with the portal, to be looked at and taken over.</summary>
[Route("desk/courses/starters"), Authorize(Policies.ManageStudy)]
public sealed class StarterCoursesController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create() => View(new StarterForm { BranchId = await db.UsualOfficeAsync() ?? db.Viewer.Acting?.BranchId });

    [HttpPost("")]
    public async Task<IActionResult> Create(StarterForm form)
    {
        var id = await db.OwnBranchAsync(form.BranchId);
        var branch = await db.Branches.SingleAsync(b => b.Id == id);
        var audience = db.Viewer.SpeaksForTop ? AudienceKind.Campus : AudienceKind.Subtree;
        var taken = false;
        foreach (var starter in StarterCourse.All) taken |= await new StarterInstallation(db, starter, branch, audience, clock.UtcNow()).RunAsync();
        return taken
            ? this.Done("The courses are yours now and published. Look at them, and change what you like.", nameof(CourseDeskController.Index), "CourseDesk")
            : this.Done("This organisation has these courses already. They were left as they are.", nameof(CourseDeskController.Index), "CourseDesk");
    }
}
