using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <summary>One's own certificates, to be printed. Nobody else opens them.</summary>
[Route("my/certificates/{id:int}"), Authorize(Policies.SignedIn)]
public sealed class MyCertificatesController(PortalDb db) : Controller
{
    /// <param name="id">The course.</param>
    [HttpGet("")]
    public async Task<IActionResult> Details(int id)
    {
        var me = db.Viewer.AccountId;
        var code = await db.CourseCompletions.Where(c => c.CourseId == id && c.AccountId == me).Select(c => c.Code).SingleOrDefaultAsync();
        return code is not null && await CertificatePage.LoadAsync(db, this, code) is { } page ? View(page) : NotFound();
    }
}
