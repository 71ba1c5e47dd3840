using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>A person with a slip chooses a password, and is in.</summary>
[Route("activate"), AllowAnonymous, InsideOnly, EnableRateLimiting(RateLimits.Code)]
public sealed class ActivationController(PortalDb db, CurrentViewer current, SecondFactorBook factor, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(new SlipCodeForm());

    [HttpPost("")]
    public IActionResult Index(SlipCodeForm form) => RedirectToAction(nameof(Create), new { code = form.Code.Trim() });

    [HttpGet("{code}")]
    public async Task<IActionResult> Create(string code)
    {
        if (await new SlipBook(db, clock).FindAsync(code) is not { Kind: not SlipKind.Email } slip) return Closed(null);

        var state = slip.StateAt(clock.UtcNow());
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == slip.AccountId);
        return state is SlipState.Open ? View(new ActivationForm { Name = account.DisplayName, UserName = account.UserName! }) : Closed(state);
    }

    [HttpPost("{code}")]
    public async Task<IActionResult> Create(string code, ActivationForm form, [FromServices] PasswordRules rules, [FromServices] PasswordHashing hashing, [FromServices] SignInPass pass)
    {
        // The holder of the slip is nobody yet: the portal itself opens the account.
        using var system = current.ActAsSystem();
        var slip = await new SlipBook(db, clock).FindAsync(code);
        if (slip is not { Kind: not SlipKind.Email }) return Closed(null);
        if (slip.StateAt(clock.UtcNow()) is not SlipState.Open) return Closed(slip.StateAt(clock.UtcNow()));

        var account = await db.Users.SingleAsync(a => a.Id == slip.AccountId);
        await rules.RefuseWeakAsync(form.Password, account, nameof(form.Password));
        account.Open(await hashing.HashAsync(account, form.Password));
        if (slip.Kind is SlipKind.SecondFactor) await factor.TurnOffAsync(account);
        slip.Use();
        await new AccountBook(db, clock).EndSessionsAsync(account.Id);
        db.Record("Slip.Used", $"Account {account.Id}");
        await db.SaveChangesAsync();
        return LocalRedirect(await pass.EnterAsync(account, "~/desk"));
    }

    private ViewResult Closed(SlipState? state)
    {
        Response.StatusCode = state is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return View("Closed", state);
    }
}

public sealed class SlipCodeForm : IForm
{
    [Display(Name = "Code on the slip"), Required, StringLength(60)]
    public string Code { get; set; } = "";
}

public sealed class ActivationForm : IForm
{
    public string? Name { get; set; }

    public string? UserName { get; set; }

    [Display(Name = "Password"), Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}
