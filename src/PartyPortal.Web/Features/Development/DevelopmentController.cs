using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Data.WorkCalendar;
using PartyPortal.Domain.Development;

namespace PartyPortal.Web.Features.Development;

/// <summary>Explains the terms of member development on days that somebody tries out. Nothing is stored.</summary>
[Route("development"), AllowAnonymous]
public sealed class DevelopmentController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] DevelopmentForm form)
    {
        form.Terms = new DevelopmentCalendar(DevelopmentRules.Of2026, await db.WorkingDaysAsync()).Of(form.Known());
        return View(form);
    }
}
