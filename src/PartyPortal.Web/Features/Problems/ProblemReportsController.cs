using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Problems;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Problems;

/// <summary>Anybody says what is wrong on a page. As with feedback, the answer is no redirect and sets no cookie.</summary>
[Route("problems/new"), AllowAnonymous, ResponseCache(NoStore = true)]
public sealed class ProblemReportsController(PortalDb db, CurrentViewer current) : Controller
{
    /// <param name="about">The address of the page.</param>
    [HttpGet("")]
    public IActionResult Create(string? about) => View(new ProblemForm { Page = PagePath.Of(about) });

    [HttpPost(""), EnableRateLimiting(RateLimits.Feedback)]
    public async Task<IActionResult> Create(ProblemForm form)
    {
        var (branch, page) = await new ReportedPage(db).FindAsync(form.Page);
        // Anybody may report on a page of any branch, and the row is to know nobody.
        using (current.ActAsSystem()) await db.SaveOnceAsync(form.SentKey, () => Task.FromResult(new ProblemReport(branch, page, form.Kind!.Value, form.Text, current.Clock.Today()) { SentKey = form.SentKey, StaysInOffice = PagePath.Subject(page) is ("circles", _) }));
        return View("Sent", page);
    }
}

public sealed class ProblemForm : OnceForm, IForm
{
    [Display(Name = "Page"), StringLength(PagePath.MaxLength * 2)]
    public string? Page { get; set; }

    [Display(Name = "What is wrong?"), Required, EnumDataType(typeof(ProblemKind))]
    public ProblemKind? Kind { get; set; }

    [Display(Name = "In your own words"), StringLength(ProblemReport.TextMaxLength)]
    public string? Text { get; set; }

    public Guid? SentKey => KeyOf(Page, Kind, Text);
}
