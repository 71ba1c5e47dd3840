using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Maintaining;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Maintaining;

/// <summary>Work on the portal is planned, shifted, called off and ended here; each page says it in time.</summary>
[Route("admin/maintenance"), Authorize(Policies.ManageSettings)]
public sealed class MaintenanceController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    private const int Shown = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await db.MaintenanceWindows.AsNoTracking().OrderByDescending(m => m.From).Take(Shown).ToListAsync());

    [HttpGet("new")]
    public IActionResult Create() => View(new MaintenanceForm());

    [HttpPost("new")]
    public async Task<IActionResult> Create(MaintenanceForm form)
    {
        var planned = form.Create(clock.UtcNow());
        db.Add(planned);
        await SaveAsync(planned);
        return this.Done("The maintenance is planned. Each page says it in time.", nameof(Index));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id) => await db.MaintenanceWindows.FindAsync(id) is { IsStillToCome: true } planned ? View(MaintenanceForm.For(planned)) : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Edit(int id, MaintenanceForm form)
    {
        if (await db.MaintenanceWindows.FindAsync(id) is not { } planned) return NotFound();

        db.Expect(planned, form.Version);
        form.ApplyTo(planned, clock.UtcNow());
        await SaveAsync(planned);
        return this.Done("The maintenance is planned. Each page says it in time.", nameof(Index));
    }

    [HttpPost("{id:int}/call-off")]
    public async Task<IActionResult> CallOff(int id)
    {
        if (await db.MaintenanceWindows.FindAsync(id) is not { } planned) return NotFound();

        planned.CallOff();
        await db.SaveChangesAsync();
        return this.Done("The maintenance is called off.", nameof(Index));
    }

    [HttpPost("{id:int}/end")]
    public async Task<IActionResult> End(int id)
    {
        if (await db.MaintenanceWindows.FindAsync(id) is not { } planned) return NotFound();

        planned.End(clock.UtcNow());
        await db.SaveChangesAsync();
        return this.Done("The maintenance is over. No page speaks of it any more.", nameof(Index));
    }

    private Task SaveAsync(MaintenanceWindow planned)
    {
        planned.KeepTime(clock.UtcNow(), TimeSpan.FromHours(settings.Now.MaintenanceHours));
        return db.SaveChangesAsync();
    }
}
