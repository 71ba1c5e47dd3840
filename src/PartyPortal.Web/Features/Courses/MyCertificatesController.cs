using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

/// <param name="Name">The holder's.</param>
/// <param name="Title">What the course was called.</param>
/// <param name="Branch">The organisation that gives the course.</param>
/// <param name="On">The day it was done.</param>
/// <param name="Code">By which it is checked.</param>
/// <param name="Address">Where it is checked.</param>
public sealed record CertificatePage(string Name, string Title, string Branch, DateOnly On, string Code, string Address);

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
        // As everybody who holds the paper is told: it stays good when the course is changed, withdrawn or not for its holder any more.
        if (code is null || await CheckedCertificate.FindAsync(db, code, null) is not { } done) return NotFound();

        var address = SiteAddress.Origin(Request) + Url.Action(nameof(CertificatesController.Details), "Certificates", new { code });
        return View(new CertificatePage(db.Viewer.Name ?? "", done.Title, done.Branch, done.On, code, address));
    }
}
