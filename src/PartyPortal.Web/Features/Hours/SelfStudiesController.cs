using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

/// <summary>Study that a member declares. It counts once somebody else has confirmed it.</summary>
[Route("my/hours/studies"), Authorize(Policies.SignedIn)]
public sealed class SelfStudiesController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    [HttpGet("new")]
    public IActionResult Create() => db.Viewer.PersonId is null ? NotFound() : View(new SelfStudyForm());

    [HttpPost("new")]
    public async Task<IActionResult> Create(SelfStudyForm form)
    {
        if (await db.OwnRecord().Include(p => p.Branch).SingleOrDefaultAsync() is not { } me) return NotFound();

        var content = form.Content();
        var earlier = await db.EarlierStudyAsync(me.Id, content.Title, content.On);
        var study = earlier ?? new SelfStudy(me, content.Title, content.On);
        study.Declare(content, (await db.HoursToComeAsync([me.Id]))[me.Id], new HourClock(clock.Today(), settings.Now.HourLateDays));
        if (earlier is null) db.Add(study);
        await db.SaveChangesAsync();
        return this.Done("Your self-study is noted and waits for a confirmation.", nameof(MyHoursController.Index), "MyHours", new { year = content.On.Year });
    }

    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Delete(int id)
    {
        if (await db.SelfStudies.SingleOrDefaultAsync(s => s.Id == id && s.PersonId == db.Viewer.PersonId) is not { } study) return NotFound();

        study.RequireOpen();
        db.Remove(study);
        await db.SaveChangesAsync();
        return this.Done("What you declared is taken back.", nameof(MyHoursController.Index), "MyHours");
    }
}
