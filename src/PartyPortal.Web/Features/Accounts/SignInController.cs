using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data.Access;
using PartyPortal.Domain;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>In and out, and from one role into another.</summary>
public sealed class SignInController(BrowserSession session, CurrentSettings settings) : Controller
{
    [HttpGet("sign-in"), AllowAnonymous, InsideOnly]
    public IActionResult Create(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost("sign-in"), AllowAnonymous, InsideOnly, EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(SignInForm form, [FromServices] SignInAttempt attempt, [FromServices] SignInPass pass)
    {
        var account = await attempt.RunAsync(form.Name, form.Password)
            ?? throw new RuleBrokenException("Name or password is wrong, or the account is locked for {0} minutes after {1} failures.", settings.Now.LockedMinutes, settings.Now.FailuresToLock);

        return LocalRedirect(await pass.EnterAsync(account, Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "~/desk"));
    }

    /// <summary>Tells how to get in again. It asks nothing, so that it tells nothing about anybody.</summary>
    [HttpGet("forgotten-password"), AllowAnonymous]
    public IActionResult Forgotten() => View();

    [HttpPost("sign-out"), AllowAnonymous]
    public async Task<IActionResult> Delete()
    {
        await session.EndAsync();
        return LocalRedirect("~/");
    }

    [HttpPost("role"), Authorize(Policies.SignedIn)]
    public async Task<IActionResult> Switch(int grantId, string? returnUrl, [FromServices] CurrentViewer current)
    {
        if (current.Viewer.Roles.All(r => r.GrantId != grantId)) return NotFound();

        await session.RenewAsync(grantId);
        // What is opened so says itself in which role.
        if (Url.IsLocalUrl(returnUrl)) return LocalRedirect(returnUrl);

        return this.Done("You have changed the role you act in.", "Index", "Desk");
    }

    [HttpGet("session/keep"), Authorize(Policies.SignedIn), BeforeSecondFactor]
    public IActionResult Keep() => NoContent();
}
