using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Audit;

/// <summary>What was done in the portal, read by its auditors alone and changed by nobody.</summary>
[Route("admin/audit"), Authorize(Policies.ReadAudit)]
public sealed class AuditController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] AuditSearch search) => View(new AuditPage(search, await search.FindAsync(db)));

    /// <summary>Reads every record there is: as dear as an export.</summary>
    [HttpGet("chain"), EnableRateLimiting(RateLimits.Export)]
    public async Task<IActionResult> Chain([FromServices] AuditWitness witness) => View(await new AuditChain(db, witness).CheckAsync());

    [HttpGet("export"), EnableRateLimiting(RateLimits.Export)]
    public async Task<IActionResult> Export([FromQuery] AuditSearch search)
    {
        var rows = await search.RowsAsync(db, AuditSheet.MostRows);
        db.Record("Audit.Exported", detail: $"{rows.Count} rows");
        await db.SaveChangesAsync();

        return File(await AuditSheet.WriteAsync(rows), Sheet.ContentType, $"audit-{clock.Today():yyyyMMdd}.xlsx");
    }
}
