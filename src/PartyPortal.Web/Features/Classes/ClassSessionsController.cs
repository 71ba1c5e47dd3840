using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
using PartyPortal.Domain.Classes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Classes;

/// <summary>The sessions of a class: added, moved, left out.</summary>
[Route("desk/classes/{id:int}/sessions"), Authorize(Policies.ManageClasses)]
public sealed class ClassSessionsController(PortalDb db, JobBell bell, TimeProvider clock) : Controller
{
    private const string Page = nameof(ClassDeskController.Details);
    private const string Desk = "ClassDesk";

    [HttpGet("new")]
    public async Task<IActionResult> Create(int id) => await FindAsync(id) is { } found ? View(Next(found)) : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> Create(int id, SessionForm form)
    {
        if (await FindAsync(id) is not { } found) return NotFound();

        found.Add(form.Content(), clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The session is added.", Page, Desk, new { id });
    }

    [HttpGet("{session:int}/edit")]
    public async Task<IActionResult> Edit(int id, int session) => (await FindAsync(id))?.Sessions.FirstOrDefault(s => s.Id == session) is { } found ? View(SessionForm.For(found)) : NotFound();

    [HttpPost("{session:int}/edit")]
    public async Task<IActionResult> Edit(int id, int session, SessionForm form)
    {
        if (await FindAsync(id) is not { } found || found.Sessions.FirstOrDefault(s => s.Id == session) is not { } moved) return NotFound();

        found.Move(moved, form.Content(), clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The session is saved.", Page, Desk, new { id });
    }

    [HttpPost("{session:int}/remove")]
    public async Task<IActionResult> Delete(int id, int session)
    {
        if (await FindAsync(id) is not { } found || found.Sessions.FirstOrDefault(s => s.Id == session) is not { } leftOut) return NotFound();

        found.Remove(leftOut, clock.Today());
        db.Remove(leftOut);
        await new Certifying(db, found).RunAsync(clock.Today());
        await db.SaveChangesAsync();
        bell.Ring();
        return this.Done("The session is left out.", Page, Desk, new { id });
    }

    private Task<TrainingClass?> FindAsync(int id) => db.TrainingClasses.OrganisedBy(db.Viewer).Include(c => c.Sessions).ThenInclude(s => s.Attendance).SingleOrDefaultAsync(c => c.Id == id);

    /// <summary>Most sessions are held a week after the one before, at the same time and place.</summary>
    private static SessionForm Next(TrainingClass of)
    {
        if (of.Sessions is not [.., var last]) return new SessionForm { On = of.LastSignUpOn.AddDays(1) };

        var next = SessionForm.For(last);
        (next.On, next.Topic) = (last.On.AddDays(7), null);
        return next;
    }
}
