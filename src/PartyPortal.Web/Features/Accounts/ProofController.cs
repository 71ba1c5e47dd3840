using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data.Access;
using PartyPortal.Domain;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>The password again, before something that a stranger at an unlocked computer must not do.</summary>
[Route("account/prove"), Authorize(Policies.SignedIn), BeforeSecondFactor]
public sealed class ProofController(CurrentViewer current, BrowserSession session, CurrentSettings settings) : Controller
{
    [HttpGet("")]
    public IActionResult Create(string? returnUrl) => View(new ProofForm { ReturnUrl = returnUrl });

    [HttpPost(""), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Create(ProofForm form, [FromServices] SignInAttempt attempt)
    {
        if (!await attempt.ProvesAsync(current.Viewer.AccountId!, form.Password))
            throw new RuleBrokenException("The password is wrong, or the account is locked for {0} minutes after {1} failures.", settings.Now.LockedMinutes, settings.Now.FailuresToLock) { Field = nameof(form.Password) };

        await session.ProveAsync();
        return Url.IsLocalUrl(form.ReturnUrl) ? LocalRedirect(form.ReturnUrl) : LocalRedirect("~/account");
    }
}

public sealed class ProofForm : IForm
{
    [Display(Name = "Password"), Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public string? ReturnUrl { get; set; }
}
