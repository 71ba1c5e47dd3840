using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>How a code was accepted, if it was.</summary>
public enum CodeVerdict
{
    Wrong,
    FromApp,
    FromCard,
}

/// <summary>Sign-in in two steps: an app that shares a key with the account, and a card of recovery codes. Its rows are the portal's own.</summary>
public sealed class SecondFactorBook(PortalDb db, CurrentViewer current, CodeKeys keys, PasswordHashing hashing, TimeProvider clock)
{
    public const int FailuresToLock = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public Task<int> CountCodesAsync(string accountId) => db.RecoveryCodes.CountAsync(c => c.AccountId == accountId);

    /// <summary>Shares a key, once a code shows that the app has it.</summary>
    /// <returns>The recovery codes, to be shown this once.</returns>
    public async Task<IReadOnlyList<string>> TurnOnAsync(Account account, string key, string code)
    {
        if (keys.StepOf(key, PlainCode.Tidy(code)) is not { } step)
            throw new RuleBrokenException("This is not the code of this key. Wait for the next one, and check that the time of your phone is set by the network.") { Field = "Code" };

        (account.CodeKey, account.TwoFactorEnabled) = (keys.Seal(key), true);
        account.TryAcceptStep(step);
        db.Record("SecondFactor.On", $"Account {account.Id}");
        return await RenewCodesAsync(account);
    }

    /// <summary>A new card; every code of the old one is dead.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Account account)
    {
        var card = RecoveryCode.NewCard();
        db.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ToListAsync());
        foreach (var (code, place) in card.Select((code, place) => (code, place)))
            db.Add(new RecoveryCode { AccountId = account.Id, Place = place, Hash = await hashing.HashAsync(account, code) });
        db.Record("RecoveryCodes.Made", $"Account {account.Id}");
        await SaveAsync();
        return [.. card.Select(PlainCode.InGroups)];
    }

    public async Task TurnOffAsync(Account account)
    {
        account.ForgetSecondFactor();
        db.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ToListAsync());
        db.Record("SecondFactor.Off", $"Account {account.Id}");
        await SaveAsync();
    }

    /// <summary>Compares a code of the app or of the card. Failures count by themselves: a right password does not forgive them.</summary>
    public async Task<CodeVerdict> CheckAsync(Account account, string given)
    {
        if (account.CodeLockedUntil > clock.UtcNow()) return CodeVerdict.Wrong;

        var code = PlainCode.Tidy(given);
        var verdict = IsFromApp(account, code) ? CodeVerdict.FromApp : await IsFromCardAsync(account, code) ? CodeVerdict.FromCard : CodeVerdict.Wrong;
        if (verdict is CodeVerdict.Wrong) CountFailure(account);
        else account.CodeFailures = 0;
        db.Record(verdict is CodeVerdict.Wrong ? "SecondFactor.Failed" : "SecondFactor.Succeeded", $"Account {account.Id}", verdict.ToString());
        await SaveAsync();
        return verdict;
    }

    private bool IsFromApp(Account account, string code) =>
        account.CodeKey is { } key && keys.StepOf(keys.Open(key), code) is { } step && account.TryAcceptStep(step);

    private async Task<bool> IsFromCardAsync(Account account, string code)
    {
        if (RecoveryCode.PlaceOf(code) is not { } place) return false;
        if (await db.RecoveryCodes.SingleOrDefaultAsync(c => c.AccountId == account.Id && c.Place == place) is not { } kept) return false;
        if (await hashing.VerifyAsync(kept.Hash, code) is PasswordVerificationResult.Failed) return false;

        db.Remove(kept);
        return true;
    }

    private void CountFailure(Account account)
    {
        account.CodeFailures++;
        if (account.CodeFailures < FailuresToLock) return;

        (account.CodeFailures, account.CodeLockedUntil) = (0, clock.UtcNow() + LockedFor);
    }

    private async Task SaveAsync()
    {
        // Accounts and codes are the portal's own rows; each caller has shown whose they are.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
    }
}
