using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>Makes accounts and ends what hangs on them. Accounts are the portal's own: the caller acts as the system while saving.</summary>
internal sealed class AccountBook(PortalDb db, TimeProvider clock)
{
    public const string UserNamePattern = "[A-Za-z0-9._-]{3,40}";

    /// <summary>An account whose owner has not chosen a password yet.</summary>
    public async Task<Account> AddAsync(string userName, string displayName, SignInNameKind kind = SignInNameKind.UserName)
    {
        var normalized = SignInName.Normalize(userName);
        if (await db.SignInNames.AnyAsync(n => n.Normalized == normalized)) throw new RuleBrokenException("The name {0} is taken by another account.", userName) { Field = "UserName" };

        var account = new Account
        {
            UserName = userName.Trim(),
            NormalizedUserName = normalized,
            DisplayName = displayName.Trim(),
            CreatedAt = clock.UtcNow(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        db.Add(account);
        db.Add(new SignInName { Normalized = normalized, Kind = kind, AccountId = account.Id });
        return account;
    }

    /// <summary>Every browser of the account is out at its next request.</summary>
    public async Task EndSessionsAsync(string accountId)
    {
        foreach (var session in await db.Sessions.Where(s => s.AccountId == accountId && s.EndedAt == null).ToListAsync()) session.End(clock.UtcNow());
    }
}
