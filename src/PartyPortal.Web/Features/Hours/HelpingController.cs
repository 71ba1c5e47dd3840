using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

/// <summary>Study that somebody writes down for a member who has named them. The member agrees first, then an officer confirms it.</summary>
[Route("my/helping"), Authorize(Policies.SignedIn)]
public sealed class HelpingController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await db.HelpedStudiesAsync());

    [HttpGet("new")]
    public IActionResult Create() => View(new HelpedStudyForm());

    [HttpPost("new")]
    public async Task<IActionResult> Create(HelpedStudyForm form)
    {
        if (await db.FindHelpedAsync(form.PersonId) is not { } person) throw new RuleBrokenException("Choose somebody who has named you.") { Field = "PersonId" };

        await db.RecordAsync(form, person, new HourClock(clock.Today(), settings.Now.HourLateDays));
        return this.Done("It is written down. When the member has agreed, a secretary confirms it.", nameof(Index));
    }

    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Delete(int id)
    {
        var me = db.Viewer.AccountId;
        if (await db.SelfStudies.SingleOrDefaultAsync(s => s.Id == id && s.RecordedBy == me && !s.IsByOfficer && s.State == SelfStudyState.AwaitsMember) is not { } study) return NotFound();

        db.Remove(study);
        await db.SaveChangesAsync();
        return this.Done("What you wrote down is taken back.", nameof(Index));
    }
}
