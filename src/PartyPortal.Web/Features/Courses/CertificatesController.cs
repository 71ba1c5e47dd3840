using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

public sealed class CertificateCodeForm : IForm
{
    [Display(Name = "Code on the certificate"), Required, StringLength(60)]
    public string? Code { get; set; }
}

/// <summary>A name to compare; without one only the certificate is shown.</summary>
public sealed class HolderForm
{
    [Display(Name = "Name on the certificate")]
    public string? Name { get; set; }
}

/// <summary>For whoever holds a certificate and wants to know whether it is genuine. It tells no name, and of an unknown code nothing.</summary>
[Route("certificates"), AllowAnonymous, EnableRateLimiting(RateLimits.Code), Unlisted]
public sealed class CertificatesController(PortalDb db) : Controller
{
    [HttpGet("")]
    public IActionResult Create() => View(new CertificateCodeForm());

    [HttpPost("")]
    public IActionResult Create(CertificateCodeForm form) => RedirectToAction(nameof(Details), new { code = Domain.Access.PlainCode.Tidy(form.Code!) is { Length: > 0 } code ? code : "-" });

    [HttpGet("{code}")]
    public async Task<IActionResult> Details(string code) => Shown(await CheckedCertificate.FindAsync(db, code, null));

    [HttpPost("{code}")]
    public async Task<IActionResult> Details(string code, HolderForm form) => Shown(await CheckedCertificate.FindAsync(db, code, form.Name));

    private ViewResult Shown(CheckedCertificate? certificate)
    {
        var view = View(certificate is null ? "Unknown" : nameof(Details), certificate);
        if (certificate is null) view.StatusCode = StatusCodes.Status404NotFound;
        return view;
    }
}
