using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Desk;

/// <summary>Who holds an office says when they are away, and who with an equal right stands in.</summary>
[Route("desk/absence"), Authorize(Policies.SignedIn)]
public sealed class AbsencesController(PortalDb db, StandIns standIns, TimeProvider clock) : Controller
{
    private string Me => db.Viewer.AccountId!;

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var today = clock.Today();
        return View(await db.Absences.Where(a => a.AccountId == Me && a.Until >= today).OrderBy(a => a.From).ThenBy(a => a.Id)
            .Select(a => new AbsenceRow(a.Id, a.Grant.Role, a.Grant.Branch!.Name, db.Users.Where(u => u.Id == a.StandInId).Select(u => u.DisplayName).Single(), a.From, a.Until)).ToListAsync());
    }

    [HttpGet("new/{office:int}")]
    public IActionResult Create(int office) => Office(office) is null ? NotFound() : View(new AbsenceForm { Office = office, From = clock.Today() });

    [HttpPost("new/{office:int}")]
    public async Task<IActionResult> Create(AbsenceForm form)
    {
        if (Office(form.Office) is not { } office) return NotFound();

        var own = (await standIns.OfAsync(office)).FirstOrDefault(other => other.Own.AccountId == form.StandInId).Own;
        db.Add(new Absence(await db.RoleGrants.SingleAsync(g => g.Id == office.GrantId), own, form.From!.Value, form.Until!.Value, clock.Today()));
        await db.SaveChangesAsync();
        return this.Done("Your absence is noted. Your stand-in sees what waits in your office; you see it too.", nameof(Index));
    }

    [HttpPost("{id:int}/end")]
    public async Task<IActionResult> End(int id)
    {
        if (await db.Absences.SingleOrDefaultAsync(a => a.Id == id && a.AccountId == Me) is not { } absence) return NotFound();

        db.Remove(absence);
        await db.SaveChangesAsync();
        return this.Done("Nobody stands in for you any more.", nameof(Index));
    }

    private ActingRole? Office(int grantId) => db.Viewer.Roles.FirstOrDefault(own => own.GrantId == grantId);
}

public sealed record AbsenceRow(int Id, Role Role, string? Branch, string StandIn, DateOnly From, DateOnly Until);

public sealed class AbsenceForm : IForm
{
    public int Office { get; set; }

    [Display(Name = "Who stands in"), Required, StringLength(36)]
    public string StandInId { get; set; } = "";

    [Display(Name = "First day of absence"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "Last day of absence"), Required]
    public DateOnly? Until { get; set; }
}
