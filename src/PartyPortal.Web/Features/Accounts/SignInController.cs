using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data.Access;
using PartyPortal.Domain;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>In and out, and from one role into another.</summary>
public sealed class SignInController(CurrentSettings settings) : Controller
{
    [HttpGet("sign-in"), AllowAnonymous]
    public IActionResult Create(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost("sign-in"), AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(SignInForm form, [FromServices] IServiceProvider services)
    {
        var account = await ActivatorUtilities.CreateInstance<SignInAttempt>(services).RunAsync(form.Name, form.Password)
            ?? throw new RuleBrokenException("Name or password is wrong, or the account is locked for {0} minutes after {1} failures.", settings.Now.LockedMinutes, settings.Now.FailuresToLock);

        await ActivatorUtilities.CreateInstance<BrowserSession>(services).BeginAsync(account.Id);
        return Url.IsLocalUrl(form.ReturnUrl) ? LocalRedirect(form.ReturnUrl) : LocalRedirect("~/desk");
    }

    [HttpPost("sign-out"), AllowAnonymous]
    public async Task<IActionResult> Delete([FromServices] IServiceProvider services)
    {
        await ActivatorUtilities.CreateInstance<BrowserSession>(services).EndAsync();
        return LocalRedirect("~/");
    }

    [HttpPost("role"), Authorize(Policies.SignedIn)]
    public async Task<IActionResult> Switch(int grantId, [FromServices] CurrentViewer current, [FromServices] IServiceProvider services)
    {
        if (current.Viewer.Roles.All(r => r.GrantId != grantId)) return NotFound();

        await ActivatorUtilities.CreateInstance<BrowserSession>(services).BeginAsync(current.Viewer.AccountId!, grantId);
        return LocalRedirect("~/desk");
    }

    [HttpGet("session/keep"), Authorize(Policies.SignedIn)]
    public IActionResult Keep() => NoContent();
}
