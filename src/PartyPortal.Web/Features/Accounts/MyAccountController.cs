using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>The own account: where one is signed in, and the password.</summary>
[Route("account"), Authorize(Policies.SignedIn)]
public sealed class MyAccountController(PortalDb db, CurrentViewer current, TimeProvider clock) : Controller
{
    private string Me => current.Viewer.AccountId!;

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var now = clock.UtcNow();
        return View(await db.Sessions.AsNoTracking().Where(s => s.AccountId == Me && s.EndedAt == null && s.EndsAt > now).OrderByDescending(s => s.StartedAt).ToListAsync());
    }

    [HttpPost("sign-out-everywhere")]
    public async Task<IActionResult> End([FromServices] IServiceProvider services)
    {
        await new AccountBook(db, clock).EndSessionsAsync(Me);
        // Sessions are the portal's own book-keeping; these are the viewer's.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
        await ActivatorUtilities.CreateInstance<BrowserSession>(services).EndAsync();
        return LocalRedirect("~/sign-in");
    }

    [HttpGet("password")]
    public IActionResult Password() => View(new PasswordForm());

    [HttpPost("password"), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Password(PasswordForm form, [FromServices] IPasswordHasher<Account> hasher, [FromServices] IServiceProvider services)
    {
        var account = await db.Users.SingleAsync(a => a.Id == Me);
        if (account.PasswordHash is null || hasher.VerifyHashedPassword(account, account.PasswordHash, form.Current) is PasswordVerificationResult.Failed)
            throw new RuleBrokenException("This is not your password.") { Field = nameof(form.Current) };

        PasswordRules.RefuseWeak(form.Password, account, nameof(form.Password));
        (account.PasswordHash, account.SecurityStamp) = (hasher.HashPassword(account, form.Password), Guid.NewGuid().ToString("N"));
        await new AccountBook(db, clock).EndSessionsAsync(Me);
        db.Record("Password.Changed");
        // The own account, whose password was just shown; accounts are the portal's own rows.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
        await ActivatorUtilities.CreateInstance<BrowserSession>(services).BeginAsync(account.Id);
        return this.Done("Your password is changed; every other browser is signed out.", nameof(Index));
    }
}

public sealed class PasswordForm : IForm
{
    [Display(Name = "Password until now"), Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password)]
    public string Current { get; set; } = "";

    [Display(Name = "New password"), Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}
