using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <summary>One's own certificates, to be printed or saved. Nobody else opens them.</summary>
[Route("my/certificates/{id:int}"), Authorize(Policies.SignedIn)]
public sealed class MyCertificatesController(PortalDb db, CertificatePdf pdf) : Controller
{
    /// <param name="id">The course.</param>
    [HttpGet("")]
    public async Task<IActionResult> Details(int id) => await FindAsync(id) is { } page ? View(page) : NotFound();

    [HttpGet("pdf")]
    public async Task<IActionResult> Pdf(int id) => await FindAsync(id) is { } page ? pdf.FileOf(page) ?? RedirectToAction(nameof(Details), new { id }) : NotFound();

    private async Task<CertificatePage?> FindAsync(int id)
    {
        var code = await db.CourseCompletions.Where(c => c.CourseId == id && c.AccountId == db.Viewer.AccountId).Select(c => c.Code).SingleOrDefaultAsync();
        return code is null ? null : await CertificatePage.LoadAsync(db, this, code);
    }
}
