using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>A person with a slip chooses a password, and is in.</summary>
[Route("activate/{code}"), AllowAnonymous, EnableRateLimiting(RateLimits.Code)]
public sealed class ActivationController(PortalDb db, CurrentViewer current, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(string code)
    {
        var (state, _, account) = await new SlipBook(db, clock).FindAsync(code);
        return account is null ? Closed(state) : View(new ActivationForm { Name = account.DisplayName, UserName = account.UserName! });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, ActivationForm form, [FromServices] IPasswordHasher<Account> hasher, [FromServices] IServiceProvider services)
    {
        // The holder of the slip is nobody yet: the portal itself opens the account.
        using var system = current.ActAsSystem();
        var (state, slip, account) = await new SlipBook(db, clock).FindAsync(code);
        if (account is null) return Closed(state);

        PasswordRules.RefuseWeak(form.Password, account, nameof(form.Password));
        account.PasswordHash = hasher.HashPassword(account, form.Password);
        (account.State, account.AccessFailedCount, account.LockoutEnd) = (AccountState.Active, 0, null);
        (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        SlipBook.Close(slip!, SlipState.Used);
        await new AccountBook(db, clock).EndSessionsAsync(account.Id);
        db.Record("Slip.Used", $"Account {account.Id}");
        await db.SaveChangesAsync();
        await ActivatorUtilities.CreateInstance<BrowserSession>(services).BeginAsync(account.Id);
        return LocalRedirect("~/desk");
    }

    private ViewResult Closed(SlipState state)
    {
        Response.StatusCode = state is SlipState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return View("Closed", state.ToString());
    }
}

public sealed class ActivationForm : IForm
{
    public string? Name { get; set; }

    public string? UserName { get; set; }

    [Display(Name = "Password"), Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}
