using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartyPortal.Data;
using PartyPortal.Domain.Jobs;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Jobs;

/// <summary>What the portal does by itself, whether it goes well, and "now" instead of later.</summary>
[Route("admin/jobs"), Authorize(Policies.ManageSettings)]
public sealed class JobsController(PortalDb db, HealthCheckService health, IEnumerable<IPortalJob> kinds, DataFolder folder, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(new JobsPage(
        await db.Jobs.AsNoTracking().OrderBy(j => j.Kind).ToListAsync(),
        kinds.ToDictionary(k => k.GetType().Name, k => k.GetType().GetCustomAttribute<DisplayAttribute>()?.Name),
        (await health.CheckHealthAsync()).Status,
        new DriveInfo(folder.Root).AvailableFreeSpace / 1024 / 1024));

    [HttpPost("{id:int}/run")]
    public async Task<IActionResult> Run(int id)
    {
        if (await db.Jobs.FindAsync(id) is not { } job) return NotFound();

        job.RunNow(clock.UtcNow());
        db.Record("Job.Asked", job.Kind);
        await db.SaveChangesAsync();
        return this.Done("The task runs within seconds.", nameof(Index));
    }
}

/// <param name="Jobs">All kinds, whether or not this version still knows them.</param>
/// <param name="Names">What each kind does: a key of the dictionary.</param>
/// <param name="Health">What /health/ready says.</param>
/// <param name="FreeMegabytes">On the disk of the data folder.</param>
public sealed record JobsPage(IReadOnlyList<Job> Jobs, IReadOnlyDictionary<string, string?> Names, HealthStatus Health, long FreeMegabytes)
{
    public string NameOf(Job job) => Names.GetValueOrDefault(job.Kind) ?? job.Kind;
}
