using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain;
using PartyPortal.Domain.People;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>A secretary prints slips for the people of the own subtree, and sees who has not used one yet.</summary>
[Route("slips"), Authorize(Policies.IssueSlips)]
public sealed class SlipsController(PortalDb db, CurrentViewer current, TimeProvider clock) : Controller
{
    private const int MostAtOnce = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(SlipSearch search)
    {
        var (reset, words) = (search.Reset, search.Words?.Trim() ?? "");
        var people = db.People.Where(p => db.Users.Any(a => a.Id == p.AccountId && a.State != AccountState.Invited) == reset);
        if (words.Length > 0) people = people.Where(p => p.Name.Contains(words) || p.Number == words);
        return View(await people.ByKeyAsync(p => p.NameKey, p => p.Id, search.After, 50, p => new SlipRow(p.Id, p.Name, p.Number, p.Branch.Name, p.AccountId != null)));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int[] personIds)
    {
        if (personIds.Length is 0 or > MostAtOnce) throw new RuleBrokenException("Choose between 1 and {0} people.", MostAtOnce);

        var people = await db.People.Where(p => personIds.Contains(p.Id)).OrderBy(p => p.NameKey).ToListAsync();
        if (people.Count != personIds.Distinct().Count()) return NotFound();

        List<SlipSheet> sheets = [];
        foreach (var person in people)
        {
            db.Record("Slip.Issued", $"Person {person.Id}");
            sheets.Add(await IssueAsync(person));
        }

        // Who may print for whom was settled by the reading above; accounts themselves are the portal's own rows.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
        return View("Sheets", sheets);
    }

    private async Task<SlipSheet> IssueAsync(Person person)
    {
        var account = person.AccountId is { } id ? await db.Users.SingleAsync(a => a.Id == id) : await AddAsync(person);
        if (account.State is AccountState.Withdrawn) throw new RuleBrokenException("The account of {0} was withdrawn. The system administrator can restore it.", person.Name);
        if (await db.RoleGrants.AnyAsync(g => g.AccountId == account.Id && g.Until == null))
            throw new RuleBrokenException("{0} holds a role: only the system administrator prints this slip.", person.Name);

        return await SlipSheet.IssueAsync(this, new SlipBook(db, clock), account);
    }

    private async Task<Account> AddAsync(Person person)
    {
        var account = await new AccountBook(db, clock).AddAsync(
            person.Number ?? $"u{Random.Shared.Next(10_000_000, 99_999_999)}", person.Name, person.Number is null ? SignInNameKind.UserName : SignInNameKind.Number);
        person.AccountId = account.Id;
        return account;
    }
}

/// <param name="Words">A name or a number.</param>
/// <param name="Reset">Those with an open account, for a new password, instead of those without.</param>
/// <param name="After">Where the page before ended.</param>
public sealed record SlipSearch(string? Words = null, bool Reset = false, string? After = null);

public sealed record SlipRow(int Id, string Name, string? Number, string Branch, bool IsInvited);
