using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

public sealed record HelpedStudyRow(int Id, string Person, string Title, DateOnly On, decimal Hours, SelfStudyState State);

/// <summary>Study that an officer writes down for a member who does not use the portal. Until the member has agreed it is seen by the two of them alone; afterwards by the member.</summary>
[Route("desk/helped-study"), Authorize(Policies.HelpWithStudy)]
public sealed class HelpedStudiesController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    private IQueryable<SelfStudy> Own => db.SelfStudies.Where(s => s.RecordedBy == db.Viewer.AccountId && s.Person.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await Own.Where(s => s.State == SelfStudyState.AwaitsMember || s.State == SelfStudyState.Objected).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(100)
        .Select(s => new HelpedStudyRow(s.Id, s.Person.Name, s.Title, s.On, s.Hours, s.State)).ToListAsync());

    [HttpGet("new")]
    public IActionResult Create(HourDeskSearch search) => View(new HelpedStudyForm { BranchId = search.BranchId ?? db.Viewer.Acting!.BranchId });

    [HttpPost("new")]
    public async Task<IActionResult> Create(HelpedStudyForm form)
    {
        if (await db.People.Include(p => p.Branch).SingleOrDefaultAsync(p => p.Id == form.PersonId) is not { } person) throw new RuleBrokenException("Choose somebody of your own organisation.") { Field = "PersonId" };

        await db.RecordAsync(form, person, new HourClock(clock.Today(), settings.Now.HourLateDays));
        return this.Done("It is written down, and counts when the member has said so, here or on paper.", nameof(Index));
    }

    [HttpGet("{id:int}/signature")]
    public async Task<IActionResult> Sign(int id) => await Own.AnyAsync(s => s.Id == id) ? View(new SignatureForm { SignedOn = clock.Today() }) : NotFound();

    [HttpPost("{id:int}/signature")]
    public async Task<IActionResult> Sign(int id, SignatureForm form)
    {
        if (await FindAsync(id) is not { } study) return NotFound();

        study.SeeSignature(form.SignedOn!.Value, clock.Today());
        await db.SaveChangesAsync();
        return this.Done("It counts now. Keep the paper with the branch.", nameof(Index));
    }

    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Delete(int id)
    {
        if (await FindAsync(id) is not { } study) return NotFound();

        study.RequireAwaiting();
        db.Remove(study);
        await db.SaveChangesAsync();
        return this.Done("What you wrote down is taken back.", nameof(Index));
    }

    private Task<SelfStudy?> FindAsync(int id) => Own.Include(s => s.Person).ThenInclude(p => p.Branch).SingleOrDefaultAsync(s => s.Id == id);
}
