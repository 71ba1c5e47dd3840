using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>The security administrator grants and withdraws roles: appoints a secretary, for example.</summary>
[Route("admin/roles"), Authorize(Policies.GrantRoles)]
public sealed class RolesController(PortalDb db, CurrentViewer current, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? words)
    {
        var sought = words?.Trim() ?? "";
        var rows = db.RoleGrants.Where(g => g.Until == null).Join(db.Users, g => g.AccountId, a => a.Id, (g, a) => new { Grant = g, Account = a })
            .Where(r => r.Account.DisplayName.Contains(sought) || r.Grant.Branch!.Name.Contains(sought));
        return View(await rows.OrderByDescending(r => r.Grant.Id).Take(100)
            .Select(r => new GrantRow(r.Grant.Id, r.Account.DisplayName, r.Account.UserName!, r.Grant.Role, r.Grant.Branch!.Name, r.Grant.From)).ToListAsync());
    }

    [HttpGet("new"), Proved]
    public IActionResult Create() => View(new GrantForm { From = clock.Today() });

    [HttpPost("new"), Proved]
    public async Task<IActionResult> Create(GrantForm form)
    {
        var account = await FindAccountAsync(form.Account);
        var branch = await FindBranchAsync(form.Branch);
        var held = await db.RoleGrants.Where(g => g.AccountId == account.Id && g.Until == null).ToListAsync();
        if (held.Any(g => RoleGrant.Excludes(g.Role, form.Role!.Value)))
            throw new RuleBrokenException("No account holds two of the three powers of system, security and audit.") { Field = nameof(form.Role) };
        if (held.Any(g => g.Role == form.Role && g.BranchId == branch?.Id)) throw new RuleBrokenException("{0} holds this role already.", account.DisplayName) { Field = nameof(form.Role) };

        db.Add(new RoleGrant(account.Id, form.Role!.Value, branch, form.From!.Value, current.Viewer.AccountId!));
        await db.SaveChangesAsync();
        return this.Done("The role is granted.", nameof(Index));
    }

    [HttpPost("{id:int}/withdraw"), Proved]
    public async Task<IActionResult> Withdraw(int id)
    {
        if (await db.RoleGrants.SingleOrDefaultAsync(g => g.Id == id) is not { } grant) return NotFound();
        if (grant.AccountId == current.Viewer.AccountId) throw new RuleBrokenException("Nobody changes the own roles. Ask the other security administrator.");

        grant.Withdraw(clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The role is withdrawn.", nameof(Index));
    }

    private async Task<Account> FindAccountAsync(string name)
    {
        var key = SignInName.Normalize(name);
        var account = await db.Users.SingleOrDefaultAsync(a => a.State != AccountState.Withdrawn && db.SignInNames.Any(n => n.Normalized == key && n.AccountId == a.Id))
            ?? throw new RuleBrokenException("Nobody signs in by this name.") { Field = nameof(GrantForm.Account) };
        return account.Id != current.Viewer.AccountId ? account
            : throw new RuleBrokenException("Nobody changes the own roles. Ask the other security administrator.") { Field = nameof(GrantForm.Account) };
    }

    private async Task<Branch?> FindBranchAsync(string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;

        var key = code.Trim().ToUpperInvariant();
        return await db.Branches.SingleOrDefaultAsync(b => b.CodeKey == key)
            ?? throw new RuleBrokenException("No branch has this code.") { Field = nameof(GrantForm.Branch) };
    }
}

public sealed class GrantForm : IForm
{
    [Display(Name = "User name or number of the account"), Required, StringLength(SignInName.MaxLength)]
    public string Account { get; set; } = "";

    [Display(Name = "Role"), Required, EnumDataType(typeof(Role))]
    public Role? Role { get; set; }

    [Display(Name = "Code of the branch"), StringLength(Domain.Branches.Branch.CodeMaxLength)]
    public string? Branch { get; set; }

    [Display(Name = "Held from"), Required]
    public DateOnly? From { get; set; }
}

public sealed record GrantRow(int Id, string Name, string UserName, Role Role, string? Branch, DateOnly From);
