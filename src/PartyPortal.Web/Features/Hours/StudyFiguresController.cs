using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Hours;

public sealed record RunningAssignment(int Id, string Title, DateOnly DueOn);

/// <param name="Table">Of the organisation that is looked at.</param>
/// <param name="Running">The courses that it asks its people to take, those that are due first.</param>
public sealed record StudyFiguresPage(StudyFigureTable Table, Slice<RunningAssignment> Running);

/// <summary>How organisations stand with their study, in figures that tell of no person and in no order of their own.</summary>
[Route("desk/study-figures"), Authorize(Policies.ManageHours)]
public sealed class StudyFiguresController(PortalDb db) : Controller
{
    private const int PageSize = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(int? branchId, string? after)
    {
        if (await StudyFigureTable.OfAsync(db, branchId) is not { } table) return NotFound();

        var running = db.CourseAssignments.Where(a => a.BranchId == table.Branch.Id && a.EndedOn == null);
        return View(new StudyFiguresPage(table, await running.EarliestFirstAsync(a => a.DueOn, a => a.Id, after, PageSize, a => new RunningAssignment(a.Id, a.Title, a.DueOn))));
    }
}
