using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

/// <summary>Courses on their way to learners, and away from them.</summary>
[Route("desk/courses"), Authorize(Policies.ManageStudy)]
public sealed class CourseReleaseController(PortalDb db, TimeProvider clock) : Controller
{
    private const string Desk = "CourseDesk";

    private IQueryable<Course> Own => db.Courses.Where(c => c.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("approvals"), Authorize(Policies.ReviewStudy)]
    public async Task<IActionResult> Approvals(string? after) => View(await new CourseSearch { State = StudyState.AwaitingApproval, After = after }.PageAsync(db, Own));

    [HttpPost("{id:int}/publish")]
    public async Task<IActionResult> Publish(int id)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course) return NotFound();

        course.Publish(db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return course.State is StudyState.AwaitingApproval
            ? this.Done("A second person must now approve the course.", nameof(CourseDeskController.Details), Desk, new { id })
            : this.Done("The course is published.", nameof(CourseDeskController.Details), Desk, new { id });
    }

    [HttpPost("{id:int}/approve"), Authorize(Policies.ReviewStudy)]
    public async Task<IActionResult> Approve(int id)
    {
        if (await db.FindCourseToChangeAsync(id) is not { } course) return NotFound();

        course.Approve(db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The course is published.", nameof(CourseDeskController.Details), Desk, new { id });
    }

    [HttpGet("{id:int}/return"), Authorize(Policies.ReviewStudy)]
    public async Task<IActionResult> Return(int id) => await Own.AnyAsync(c => c.Id == id) ? View(new ReturnCourseForm()) : NotFound();

    [HttpPost("{id:int}/return"), Authorize(Policies.ReviewStudy)]
    public async Task<IActionResult> Return(int id, ReturnCourseForm form)
    {
        if (await db.FindToChangeAsync<Course>(id) is not { } course) return NotFound();

        course.SendBack(form.Reason, db.Viewer);
        await db.SaveChangesAsync();
        return this.Done("It is sent back. Its author finds it on the to-do list and reads your reason.", nameof(CourseDeskController.Details), Desk, new { id });
    }

    [HttpGet("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id) => await Own.AnyAsync(c => c.Id == id) ? View(new WithdrawCourseForm()) : NotFound();

    [HttpPost("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, WithdrawCourseForm form)
    {
        if (await db.FindToChangeAsync<Course>(id) is not { } course) return NotFound();

        course.Withdraw(form.Reason);
        await db.SaveChangesAsync();
        return this.Done("The course is withdrawn.", nameof(CourseDeskController.Details), Desk, new { id });
    }
}
