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
    private const int MostAtOnce = 500;

    [HttpGet("")]
    public async Task<IActionResult> Index(SlipSearch search)
    {
        var now = clock.UtcNow();
        return View(await search.In(db, now).ByKeyAsync(p => p.NameKey, p => p.Id, search.After, 50, p => new SlipRow(p.Id, p.Name, p.Number, p.Branch.Name,
            db.Slips.Where(s => s.AccountId == p.AccountId && s.State == SlipState.Open && s.ExpiresAt > now).Select(s => (DateTime?)s.ExpiresAt).FirstOrDefault())));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int[] personIds)
    {
        if (personIds.Length == 0) throw new RuleBrokenException("Choose at least one person.");

        var people = await db.People.Where(p => personIds.Contains(p.Id)).OrderBy(p => p.NameKey).ToListAsync();
        return people.Count == personIds.Distinct().Count() ? await PrintAsync(people) : NotFound();
    }

    /// <summary>For everybody the list shows, on all its pages: never for a new password, which nobody needs in bulk.</summary>
    [HttpPost("all")]
    public async Task<IActionResult> CreateAll(SlipSearch search) =>
        await PrintAsync(await (search with { Reset = false }).In(db, clock.UtcNow()).OrderBy(p => p.NameKey).Take(MostAtOnce + 1).ToListAsync());

    private async Task<IActionResult> PrintAsync(List<Person> people)
    {
        if (people.Count is 0 or > MostAtOnce) throw new RuleBrokenException("Choose between 1 and {0} people.", MostAtOnce);

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

        return await SlipSheet.IssueAsync(this, new SlipBook(db, clock), account, SlipBook.KindFor(account));
    }

    private async Task<Account> AddAsync(Person person)
    {
        var account = await new AccountBook(db, clock).AddAsync(
            person.Number ?? $"u{Random.Shared.Next(10_000_000, 99_999_999)}", person.Name, person.Number is null ? SignInNameKind.UserName : SignInNameKind.Number);
        person.AccountId = account.Id;
        return account;
    }
}
