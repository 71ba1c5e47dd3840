using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <summary>A question to the support desk. Who cannot sign in reads here how the desk is reached otherwise: the portal takes no names and telephones of strangers.</summary>
[Route("help/ask"), Authorize(Policies.SignedIn)]
public sealed class AskController(PortalDb db, OpenPages pages, TimeProvider clock) : Controller
{
    [HttpGet(""), AllowAnonymous]
    public IActionResult Create(string? from, string? number) =>
        db.Viewer.IsSignedIn ? View(new TicketForm { Page = pages.KindOf(from), ErrorId = NumberOf(number) }) : View("Stranger");

    [HttpPost(""), EnableRateLimiting(RateLimits.Feedback)]
    public async Task<IActionResult> Create(TicketForm form)
    {
        form.PointOutPersonalData();
        var ticket = await db.SaveOnceAsync(form.SentKey, () => Task.FromResult(new Ticket(db.Viewer.AccountId!, form.Text, pages.KindOf(form.Page), form.ErrorId, clock.Today()) { SentKey = form.SentKey }));
        return this.Done("Your question is with the support desk. You are told when it is answered.", "Details", "Tickets", new { id = ticket.Id });
    }

    private static string? NumberOf(string? number) => number?.Length <= Ticket.ErrorIdMaxLength && number.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-') ? number : null;
}
