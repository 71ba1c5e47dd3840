using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Classes;

/// <summary>One's own certificate of a class, to be printed or saved. Nobody else opens it.</summary>
[Route("my/class-certificates/{id:int}"), Authorize(Policies.SignedIn)]
public sealed class MyClassCertificatesController(PortalDb db, CertificatePdf pdf) : Controller
{
    /// <param name="id">The class.</param>
    [HttpGet("")]
    public async Task<IActionResult> Details(int id) => await FindAsync(id) is { } page ? View(page) : NotFound();

    [HttpGet("pdf")]
    public async Task<IActionResult> Pdf(int id) => await FindAsync(id) is { } page ? pdf.FileOf(page) ?? RedirectToAction(nameof(Details), new { id }) : NotFound();

    private async Task<CertificatePage?> FindAsync(int id)
    {
        var code = await db.ClassCertificates.Where(c => c.ClassId == id && c.AccountId == db.Viewer.AccountId).Select(c => c.Code).SingleOrDefaultAsync();
        return code is null ? null : await CertificatePage.LoadAsync(db, this, code);
    }
}
