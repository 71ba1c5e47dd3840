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
using PartyPortal.Web.Platform.Mail;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>
/// An e-mail address to sign in by. It counts once a code that was sent to it comes back. Where the portal sends no mail, a system
/// administrator makes the code and sends it from the university's own mailbox.
/// </summary>
[Route("account/email"), Authorize(Policies.SignedIn)]
public sealed class EmailController(PortalDb db, CurrentViewer current, MailSettings mail, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var me = await FindMeAsync();
        return View(new EmailPage(me.Email, me.EmailConfirmed, mail.IsOn, me.EmailRefusedOn is not null));
    }

    [HttpGet("edit"), Proved]
    public async Task<IActionResult> Edit() => View(new EmailForm { Email = (await FindMeAsync()).Email ?? "" });

    [HttpPost("edit"), Proved, EnableRateLimiting(RateLimits.EmailCode)]
    public async Task<IActionResult> Edit(EmailForm form, [FromServices] EmailCodes codes)
    {
        await ProposeAsync(await FindMeAsync(), form.Email.Trim(), codes);
        await SaveAsync("Email.Given");
        return this.Done("The address is noted. It opens your account once its code is entered here.", nameof(Index));
    }

    [HttpPost("code"), EnableRateLimiting(RateLimits.EmailCode)]
    public async Task<IActionResult> SendCode([FromServices] EmailCodes codes)
    {
        var me = await FindMeAsync();
        if (!mail.IsOn || me is { Email: null } or { EmailConfirmed: true, EmailRefusedOn: null }) return NotFound();

        await ProposeAsync(me, me.Email, codes);
        await SaveAsync("EmailCode.Sent");
        return this.Done("A new code is on its way; the one before it is void.", nameof(Index));
    }

    [HttpGet("confirm")]
    public IActionResult Confirm() => View(new SlipCodeForm());

    [HttpPost("confirm"), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Confirm(SlipCodeForm form)
    {
        var me = await FindMeAsync();
        var slip = await new SlipBook(db, clock).FindAsync(form.Code);
        if (slip is not { Kind: SlipKind.Email } || slip.AccountId != me.Id || slip.StateAt(clock.UtcNow()) is not SlipState.Open)
            throw new RuleBrokenException("This is not the code for your address, or its time has run out. Ask a system administrator for another one.") { Field = nameof(form.Code) };

        var name = SignInName.Normalize(me.Email!);
        if (await db.SignInNames.AnyAsync(n => n.Normalized == name))
            throw new RuleBrokenException("Somebody else signs in by this address. Ask a system administrator.") { Field = nameof(form.Code) };

        slip.Use();
        me.ConfirmEmail();
        db.Add(new SignInName { Normalized = name, Kind = SignInNameKind.Email, AccountId = me.Id });
        await SaveAsync("Email.Confirmed");
        return this.Done("From now on you can sign in by your e-mail address.", nameof(Index));
    }

    private async Task ProposeAsync(Account me, string email, EmailCodes codes)
    {
        await new SlipBook(db, clock).WithdrawAsync(me.Id, SlipKind.Email);
        db.RemoveRange(await db.SignInNames.Where(n => n.AccountId == me.Id && n.Kind == SignInNameKind.Email).ToListAsync());
        me.ProposeEmail(email);
        await codes.SendAsync(me);
    }

    private Task<Account> FindMeAsync() => db.Users.SingleAsync(a => a.Id == current.Viewer.AccountId);

    private async Task SaveAsync(string deed)
    {
        db.Record(deed);
        // The own account; accounts, names and slips are the portal's own rows.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
    }
}

/// <param name="IsMailOn">Whether the portal sends the code by itself.</param>
/// <param name="IsRefused">The mail server has refused the address for good.</param>
public sealed record EmailPage(string? Email, bool IsConfirmed, bool IsMailOn, bool IsRefused);

public sealed class EmailForm : IForm
{
    [Display(Name = "E-mail address"), Required, EmailAddress, StringLength(SignInName.MaxLength), DataType(DataType.EmailAddress)]
    public string Email { get; set; } = "";
}
