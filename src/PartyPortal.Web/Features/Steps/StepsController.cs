using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Data.WorkCalendar;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Steps;

/// <summary>Where work waits longest, so that the step can be mended. Of organisations, never of persons.</summary>
[Route("desk/steps"), Authorize(Policies.ReadStepTimes)]
public sealed class StepsController(PortalDb db, TimeProvider clock) : Controller
{
    private const int Months = 12;

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(StepTime.Of(await new StepCases(db, clock.Today().AddMonths(-Months)).ReadAsync(), await db.WorkingDaysAsync()));
}
