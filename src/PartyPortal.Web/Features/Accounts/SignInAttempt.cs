using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>Somebody gives a name and a password. Unknown, locked and wrong get the same answer after the same work.</summary>
public sealed class SignInAttempt(PortalDb db, CurrentViewer current, PasswordHashing hashing, KnownBrowser browser, CurrentSettings settings, TimeProvider clock)
{
    /// <returns>The account, or null where it may not come in.</returns>
    public async Task<Account?> RunAsync(string name, string password)
    {
        // Nobody is signed in yet: the portal itself looks the name up and counts the failure.
        using var system = current.ActAsSystem();
        var normalized = SignInName.Normalize(name);
        var account = await db.Users.SingleOrDefaultAsync(a => db.SignInNames.Any(n => n.Normalized == normalized && n.AccountId == a.Id));
        return await CheckAsync(account, password, "SignIn") ? account : null;
    }

    /// <summary>Whether somebody who is signed in knows the password; failures count as at sign-in.</summary>
    public async Task<bool> ProvesAsync(string accountId, string password)
    {
        // As above: one does not count the own failures.
        using var system = current.ActAsSystem();
        return await CheckAsync(await db.Users.SingleAsync(a => a.Id == accountId), password, "Proof");
    }

    private async Task<bool> CheckAsync(Account? account, string password, string deed)
    {
        var verdict = await hashing.VerifyAsync(account?.PasswordHash, password);
        if (account is null) return false;

        var isKnown = browser.MayTry(account);
        if (!isKnown && account.LockoutEnd > clock.GetUtcNow()) return false;

        var isRight = account.State is AccountState.Active && verdict is not PasswordVerificationResult.Failed;
        if (isRight) account.AccessFailedCount = 0;
        else if (!isKnown) CountFailure(account);
        if (isRight && verdict is PasswordVerificationResult.SuccessRehashNeeded) account.PasswordHash = await hashing.HashAsync(account, password);
        db.Record(deed + (isRight ? ".Succeeded" : ".Failed"), $"Account {account.Id}");
        await db.SaveChangesAsync();
        return isRight;
    }

    private void CountFailure(Account account)
    {
        account.AccessFailedCount++;
        if (account.AccessFailedCount < settings.Now.FailuresToLock) return;

        account.AccessFailedCount = 0;
        account.LockoutEnd = clock.GetUtcNow().AddMinutes(settings.Now.LockedMinutes);
    }
}
