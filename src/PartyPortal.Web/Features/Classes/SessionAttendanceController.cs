using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Classes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Classes;

/// <summary>Who came to a session, as the organiser notes it; and the list on paper.</summary>
[Route("desk/classes/{id:int}/sessions/{session:int}"), Authorize(Policies.ManageClasses)]
public sealed class SessionAttendanceController(PortalDb db, JobBell bell, TimeProvider clock) : Controller
{
    [HttpGet("attendance")]
    public async Task<IActionResult> Edit(int id, int session)
    {
        if (await SessionPage.LoadAsync(db, id, session) is not { } page) return NotFound();

        var marks = await db.ClassAttendances.Where(a => a.SessionId == session).ToDictionaryAsync(a => a.SignUpId);
        return View(new AttendanceForm
        {
            Lines = [.. page.Seated.Select(s => new AttendanceLine { SignUpId = s.Id, Name = s.Name, Mark = marks.GetValueOrDefault(s.Id)?.Mark, MadeUpBy = marks.GetValueOrDefault(s.Id)?.MadeUpBy })],
        });
    }

    [HttpPost("attendance"), RequestFormLimits(ValueCountLimit = TrainingClass.MostSeats * 5)]
    public async Task<IActionResult> Edit(int id, int session, AttendanceForm form)
    {
        if (await SessionPage.LoadAsync(db, id, session) is not { } page) return NotFound();

        page.Session.RequireHeld(clock.Today());
        page.Session.Class.RequireMayNote();
        await new AttendanceBook(db, page).NoteAsync(form, clock.Today());
        bell.Ring();
        return this.Done("The attendance is saved.", nameof(ClassDeskController.Details), "ClassDesk", new { id });
    }

    [HttpGet("list")]
    public async Task<IActionResult> Details(int id, int session) => await SessionPage.LoadAsync(db, id, session) is { } page ? View(page) : NotFound();
}
