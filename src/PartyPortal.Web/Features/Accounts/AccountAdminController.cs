using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>The system administrator makes, withdraws and unlocks accounts and prints slips for them. What a role opens is not decided here.</summary>
[Route("admin/accounts"), Authorize(Policies.ManageAccounts)]
public sealed class AccountAdminController(PortalDb db, CurrentViewer current, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? words)
    {
        var sought = words?.Trim() ?? "";
        var key = SignInName.Normalize(sought);
        var accounts = db.Users.Where(a => a.DisplayName.Contains(sought) || a.NormalizedUserName!.StartsWith(key));
        return View(await accounts.OrderBy(a => a.NormalizedUserName).Take(50).AsNoTracking().ToListAsync());
    }

    [HttpGet("new")]
    public IActionResult Create() => View(new AccountForm());

    [HttpPost("new")]
    public async Task<IActionResult> Create(AccountForm form)
    {
        var account = await new AccountBook(db, clock).AddAsync(form.UserName, form.Name);
        return await PrintAsync(account, SlipBook.KindFor(account));
    }

    [HttpPost("{id}/slip")]
    public async Task<IActionResult> Slip(string id) =>
        await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.State != AccountState.Withdrawn) is { } account ? await PrintAsync(account, SlipBook.KindFor(account)) : NotFound();

    /// <summary>For whoever has lost phone and card. Hand it over only to the person whose campus card you saw.</summary>
    [HttpPost("{id}/second-factor"), Proved]
    public async Task<IActionResult> SecondFactorSlip(string id) =>
        await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.State == AccountState.Active && a.TwoFactorEnabled) is { } account ? await PrintAsync(account, SlipKind.SecondFactor) : NotFound();

    /// <summary>For a portal that sends no mail: the administrator sends the code, so that only the mailbox's owner can give it back.</summary>
    [HttpPost("{id}/email")]
    public async Task<IActionResult> EmailCode(string id, [FromServices] CurrentSettings settings)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.State == AccountState.Active && a.Email != null && !a.EmailConfirmed) is not { } account) return NotFound();

        var (code, slip) = await new SlipBook(db, clock).IssueAsync(account, SlipKind.Email, settings.Now);
        await SaveAsync("EmailCode.Made", account);
        return View("EmailCode", new EmailCodePage(account.DisplayName, account.Email!, code, slip.ExpiresAt));
    }

    [HttpPost("{id}/unlock")]
    public async Task<IActionResult> Unlock(string id)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id) is not { } account) return NotFound();

        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        await SaveAsync("Account.Unlocked", account);
        return this.Done("The account may sign in again.", nameof(Index));
    }

    [HttpPost("{id}/sign-out")]
    public async Task<IActionResult> EndSessions(string id)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id) is not { } account) return NotFound();

        await new AccountBook(db, clock).EndSessionsAsync(id);
        await SaveAsync("Account.SignedOut", account);
        return this.Done("The account is signed out everywhere.", nameof(Index));
    }

    [HttpPost("{id}/withdraw")]
    public async Task<IActionResult> Withdraw(string id)
    {
        if (id == current.Viewer.AccountId || await db.Users.SingleOrDefaultAsync(a => a.Id == id) is not { } account) return NotFound();

        account.State = AccountState.Withdrawn;
        await new SlipBook(db, clock).WithdrawAsync(id, SlipKind.Password);
        await new AccountBook(db, clock).EndSessionsAsync(id);
        await SaveAsync("Account.Withdrawn", account);
        return this.Done("The account is withdrawn and signed out everywhere.", nameof(Index));
    }

    [HttpPost("{id}/restore")]
    public async Task<IActionResult> Restore(string id)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.State == AccountState.Withdrawn) is not { } account) return NotFound();

        account.State = account.PasswordHash is null ? AccountState.Invited : AccountState.Active;
        await SaveAsync("Account.Restored", account);
        return this.Done("The account may be used again.", nameof(Index));
    }

    private async Task<IActionResult> PrintAsync(Account account, SlipKind kind)
    {
        var sheet = await SlipSheet.IssueAsync(this, new SlipBook(db, clock), account, kind);
        await SaveAsync("Slip.Issued", account);
        return View("Sheets", (SlipSheet[])[sheet]);
    }

    private async Task SaveAsync(string action, Account account)
    {
        db.Record(action, $"Account {account.Id}");
        // The policy has let the system administrator in; accounts are the portal's own rows.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
    }
}

public sealed record EmailCodePage(string Name, string Email, string Code, DateTime ExpiresAt);

public sealed class AccountForm : IForm
{
    [Display(Name = "Full name"), Required, StringLength(Account.DisplayNameMaxLength)]
    public string Name { get; set; } = "";

    [Display(Name = "User name"), Required, RegularExpression(AccountBook.UserNamePattern, ErrorMessage = "A user name has 3 to 40 letters, digits, dots, dashes or underscores.")]
    public string UserName { get; set; } = "";
}
