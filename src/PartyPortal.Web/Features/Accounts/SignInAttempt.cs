using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>Somebody gives a name and a password. Unknown, locked and wrong get the same answer after the same work.</summary>
internal sealed class SignInAttempt(PortalDb db, CurrentViewer current, IPasswordHasher<Account> hasher, CurrentSettings settings, TimeProvider clock)
{
    // A hash of nobody's password: an unknown name costs as much as a known one.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString()));

    /// <returns>The account, or null where it may not come in.</returns>
    public async Task<Account?> RunAsync(string name, string password)
    {
        // Nobody is signed in yet: the portal itself looks the name up and counts the failure.
        using var system = current.ActAsSystem();
        var normalized = SignInName.Normalize(name);
        var account = await db.Users.SingleOrDefaultAsync(a => db.SignInNames.Any(n => n.Normalized == normalized && n.AccountId == a.Id));
        var verdict = hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? NobodysHash.Value, password);

        var isLocked = account?.LockoutEnd > clock.GetUtcNow();
        if (account is { State: AccountState.Active } && !isLocked && verdict is not PasswordVerificationResult.Failed) return await WelcomeAsync(account, password, verdict);

        if (account is not null && !isLocked) await CountFailureAsync(account);
        return null;
    }

    private async Task<Account> WelcomeAsync(Account account, string password, PasswordVerificationResult verdict)
    {
        account.AccessFailedCount = 0;
        if (verdict is PasswordVerificationResult.SuccessRehashNeeded) account.PasswordHash = hasher.HashPassword(account, password);
        db.Record("SignIn.Succeeded", $"Account {account.Id}");
        await db.SaveChangesAsync();
        return account;
    }

    private async Task CountFailureAsync(Account account)
    {
        account.AccessFailedCount++;
        if (account.AccessFailedCount >= settings.Now.FailuresToLock)
        {
            account.AccessFailedCount = 0;
            account.LockoutEnd = clock.GetUtcNow() + TimeSpan.FromMinutes(settings.Now.LockedMinutes);
        }

        db.Record("SignIn.Failed", $"Account {account.Id}");
        await db.SaveChangesAsync();
    }
}
