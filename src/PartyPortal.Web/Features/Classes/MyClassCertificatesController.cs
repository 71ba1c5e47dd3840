using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Classes;

/// <summary>One's own certificate of a class, to be printed. Nobody else opens it.</summary>
[Route("my/class-certificates/{id:int}"), Authorize(Policies.SignedIn)]
public sealed class MyClassCertificatesController(PortalDb db) : Controller
{
    /// <param name="id">The class.</param>
    [HttpGet("")]
    public async Task<IActionResult> Details(int id)
    {
        var me = db.Viewer.AccountId;
        var code = await db.ClassCertificates.Where(c => c.ClassId == id && c.AccountId == me).Select(c => c.Code).SingleOrDefaultAsync();
        return code is not null && await CertificatePage.LoadAsync(db, this, code) is { } page ? View(page) : NotFound();
    }
}
