using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
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
public sealed class MyAccountController(PortalDb db, CurrentViewer current, BrowserSession browser, CurrentSettings settings, TimeProvider clock) : Controller
{
    private string Me => current.Viewer.AccountId!;

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var (now, here) = (clock.UtcNow(), browser.Id);
        var sessions = await db.Sessions.Where(s => s.AccountId == Me && s.EndedAt == null && s.EndsAt > now).OrderByDescending(s => s.StartedAt)
            .Select(s => new SessionRow(s.Id, s.StartedAt, s.SeenAt, s.Id == here)).ToListAsync();
        return View(new AccountPage(sessions, await db.Users.Where(a => a.Id == Me).Select(a => a.TwoFactorEnabled).SingleAsync()));
    }

    [HttpPost("sessions/{id:guid}/end")]
    public async Task<IActionResult> End(Guid id)
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.AccountId == Me && s.EndedAt == null) is not { } session) return NotFound();

        session.End(clock.UtcNow());
        db.Record("Session.Ended");
        // Sessions are the portal's own book-keeping; this is the viewer's.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
        return this.Done("That browser is signed out.", nameof(Index));
    }

    [HttpPost("sign-out-everywhere")]
    public async Task<IActionResult> EndAll()
    {
        await new AccountBook(db, clock).EndSessionsAsync(Me);
        db.Record("Sessions.Ended");
        // As above.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
        await browser.EndAsync();
        return LocalRedirect("~/sign-in");
    }

    [HttpGet("password")]
    public IActionResult Password() => View(new PasswordForm());

    [HttpPost("password"), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Password(PasswordForm form, [FromServices] SignInAttempt attempt, [FromServices] PasswordRules rules, [FromServices] PasswordHashing hashing)
    {
        if (!await attempt.ProvesAsync(Me, form.Current))
            throw new RuleBrokenException("The password is wrong, or the account is locked for {0} minutes after {1} failures.", settings.Now.LockedMinutes, settings.Now.FailuresToLock) { Field = nameof(form.Current) };

        var account = await db.Users.SingleAsync(a => a.Id == Me);
        await rules.RefuseWeakAsync(form.Password, account, nameof(form.Password));
        account.Open(await hashing.HashAsync(account, form.Password));
        await new AccountBook(db, clock).EndSessionsAsync(Me);
        db.Record("Password.Changed");
        // The own account, whose password was just shown; accounts are the portal's own rows.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
        await browser.BeginAsync(account.Id);
        return this.Done("Your password is changed; every other browser is signed out.", nameof(Index));
    }
}

public sealed record AccountPage(IReadOnlyList<SessionRow> Sessions, bool HasSecondFactor);

/// <param name="SeenAt">To the hour.</param>
/// <param name="IsHere">The browser that shows the list.</param>
public sealed record SessionRow(Guid Id, DateTime StartedAt, DateTime SeenAt, bool IsHere);

public sealed class PasswordForm : IForm
{
    [Display(Name = "Password until now"), Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password)]
    public string Current { get; set; } = "";

    [Display(Name = "New password"), Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}
