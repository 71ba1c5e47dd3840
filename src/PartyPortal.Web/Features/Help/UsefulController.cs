using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <summary>Whether a page was useful: said once in a session, which the browser alone remembers.</summary>
[Route("help/useful"), AllowAnonymous]
public sealed class UsefulController(PortalDb db, HelpShelf shelf, TimeProvider clock) : Controller
{
    private readonly AskedPages _pages = new(db, shelf);

    [HttpGet("")]
    public async Task<IActionResult> Create(string? page, bool? useful)
    {
        if (page is null) return RedirectToAction(nameof(HelpController.Index), "Help");
        if (await _pages.TitleOfAsync(page) is not { } title) return NotFound();

        ViewData["Of"] = title;
        return View(new UsefulForm { Page = page!, Useful = useful });
    }

    [HttpPost(""), EnableRateLimiting(RateLimits.Feedback)]
    public async Task<IActionResult> Create(UsefulForm form)
    {
        if (await _pages.TitleOfAsync(form.Page) is not { } title) return NotFound();

        ViewData["Of"] = title;
        var said = SaidPages.Of(Request);
        if (said.Has(form.Page)) throw new RuleBrokenException("You have said so about this page already.");

        db.Add(new PageOpinion(form.Page, form.Useful!.Value, form.Text, clock.Today()));
        await db.SaveChangesAsync();
        said.Add(form.Page, Response);
        return PageOpinion.IsTooLong(form.Text)
            ? this.Done("Thank you. Only the first 500 characters of your words were kept.", nameof(HelpController.Index), "Help")
            : this.Done("Thank you. Those who write the pages read it.", nameof(HelpController.Index), "Help");
    }
}
