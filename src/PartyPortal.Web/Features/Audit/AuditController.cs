using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Audit;

/// <summary>What was done in the portal, read by its auditors alone and changed by nobody.</summary>
[Route("admin/audit"), Authorize(Policies.ReadAudit)]
public sealed class AuditController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] AuditSearch search) => View(new AuditPage(search, await search.FindAsync(db)));
}
