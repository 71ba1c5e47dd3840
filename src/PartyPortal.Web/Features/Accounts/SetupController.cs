using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
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

namespace PartyPortal.Web.Features.Accounts;

/// <summary>The first start: the system administrator with a password, and a slip for the security administrator. Gone as soon as an account exists.</summary>
[Route("setup"), AllowAnonymous, InsideOnly]
public sealed class SetupController(PortalDb db, CurrentViewer current, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create() => await db.Users.AnyAsync() ? NotFound() : View(new SetupForm());

    [HttpPost(""), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Create(SetupForm form, [FromServices] PasswordRules rules, [FromServices] PasswordHashing hashing, [FromServices] IServiceProvider services)
    {
        if (await db.Users.AnyAsync()) return NotFound();
        await rules.RefuseWeakAsync(form.Password, new Account { UserName = form.UserName, DisplayName = form.Name }, nameof(form.Password));
        if (SignInName.Normalize(form.UserName) == SignInName.Normalize(form.SecurityUserName)) throw new RuleBrokenException("The two administrators need two accounts.") { Field = nameof(form.SecurityUserName) };
        if (!services.GetRequiredService<SetupCode>().TrySpend(form.Code)) throw new RuleBrokenException("This is not the code from the console, or it was used already.") { Field = nameof(form.Code) };

        // Nobody can be signed in yet: the portal itself writes its first two accounts.
        using var system = current.ActAsSystem();
        var first = await AddAsync(form.UserName, form.Name, Role.SystemAdministrator);
        first.Open(await hashing.HashAsync(first, form.Password));
        var second = await AddAsync(form.SecurityUserName, form.SecurityName, Role.SecurityAdministrator);
        var sheet = await SlipSheet.IssueAsync(this, new SlipBook(db, clock), second, SlipBook.KindFor(second));
        db.Record("Setup.Done");
        await db.SaveChangesAsync();
        await services.GetRequiredService<BrowserSession>().BeginAsync(first.Id);
        return View("Sheets", (SlipSheet[])[sheet]);
    }

    private async Task<Account> AddAsync(string userName, string name, Role role)
    {
        var account = await new AccountBook(db, clock).AddAsync(userName, name);
        db.Add(new RoleGrant(account.Id, role, null, clock.Today(), account.Id));
        return account;
    }
}

public sealed class SetupForm : IForm
{
    [Display(Name = "Code from the console"), Required, StringLength(40)]
    public string Code { get; set; } = "";

    [Display(Name = "Name of the system administrator"), Required, StringLength(Account.DisplayNameMaxLength)]
    public string Name { get; set; } = "";

    [Display(Name = "User name"), Required, RegularExpression(AccountBook.UserNamePattern, ErrorMessage = "A user name has 3 to 40 letters, digits, dots, dashes or underscores.")]
    public string UserName { get; set; } = "";

    [Display(Name = "Password"), Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Display(Name = "Name of the security administrator"), Required, StringLength(Account.DisplayNameMaxLength)]
    public string SecurityName { get; set; } = "";

    [Display(Name = "User name of the security administrator"), Required, RegularExpression(AccountBook.UserNamePattern, ErrorMessage = "A user name has 3 to 40 letters, digits, dots, dashes or underscores.")]
    public string SecurityUserName { get; set; } = "";
}
