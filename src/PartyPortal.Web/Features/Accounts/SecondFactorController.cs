using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using QRCoder;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>One's own sign-in in two steps: set it up, print another card, turn it off or move it to another phone.</summary>
[Route("account/second-factor"), Authorize(Policies.SignedIn), BeforeSecondFactor]
public sealed class SecondFactorController(PortalDb db, CurrentViewer current, BrowserSession browser, SecondFactorBook factor, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var account = await FindMeAsync();
        return View(new SecondFactorPage(account.TwoFactorEnabled, await factor.CountCodesAsync(account.Id)));
    }

    [HttpGet("new"), Proved]
    public async Task<IActionResult> Create()
    {
        var account = await FindMeAsync();
        return account.TwoFactorEnabled ? RedirectToAction(nameof(Index)) : View(new SecondFactorForm { Key = CodeKeys.NewKey(), UserName = account.UserName! });
    }

    [HttpPost("new"), Proved, EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Create(SecondFactorForm form)
    {
        var account = await FindMeAsync();
        if (account.TwoFactorEnabled) return RedirectToAction(nameof(Index));

        var codes = await factor.TurnOnAsync(account, form.Key, form.Code);
        await new AccountBook(db, clock).EndSessionsAsync(account.Id);
        // The own sessions: those begun by a password alone end, and this browser's goes on under a new id.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
        await browser.BeginAsync(account.Id);
        return View("Card", codes);
    }

    [HttpGet("codes"), Proved]
    public IActionResult Renew() => View(new ConfirmForm());

    [HttpPost("codes"), Proved, EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Renew(ConfirmForm form, [FromServices] SignInAttempt attempt)
    {
        var account = await ConfirmAsync(form, attempt);
        return View("Card", await factor.RenewCodesAsync(account));
    }

    [HttpGet("off"), Proved]
    public IActionResult Delete() => View(new ConfirmForm());

    [HttpPost("off"), Proved, EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Delete(ConfirmForm form, [FromServices] SignInAttempt attempt)
    {
        await factor.TurnOffAsync(await ConfirmAsync(form, attempt));
        return this.Done("Sign-in in two steps is off. Set it up again to go on with another phone.", nameof(Index));
    }

    private Task<Account> FindMeAsync() => db.Users.SingleAsync(a => a.Id == current.Viewer.AccountId);

    private async Task<Account> ConfirmAsync(ConfirmForm form, SignInAttempt attempt)
    {
        var account = await FindMeAsync();
        if (!account.TwoFactorEnabled || !await attempt.ProvesAsync(account.Id, form.Password) || await factor.CheckAsync(account, form.Code) is CodeVerdict.Wrong)
            throw new RuleBrokenException("Password or code is wrong, or five failures have locked them for a quarter of an hour.");

        return account;
    }
}

public sealed record SecondFactorPage(bool IsOn, int CodesLeft);

public sealed class SecondFactorForm : IForm
{
    /// <summary>The key in base 32. It stands on the page for its owner to copy, and is nothing before it is confirmed.</summary>
    [Required, RegularExpression("[A-Z2-7]{32}")]
    public string Key { get; set; } = "";

    public string? UserName { get; set; }

    [Display(Name = "Code that the app shows"), Required, StringLength(40)]
    public string Code { get; set; } = "";

    public string Groups => PlainCode.InGroups(Key).Replace('-', ' ');

    public IHtmlContent Qr(string issuer) => QrCode.Draw(new PayloadGenerator.OneTimePassword { Secret = Key, Issuer = issuer, Label = UserName }.ToString());
}

public sealed class ConfirmForm : IForm
{
    [Display(Name = "Password"), Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Display(Name = "Code"), Required, StringLength(40)]
    public string Code { get; set; } = "";
}
