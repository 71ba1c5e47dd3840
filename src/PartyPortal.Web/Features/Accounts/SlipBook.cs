using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

internal enum SlipState
{
    Unknown,
    Open,
    Used,
    Withdrawn,
    Expired,
}

/// <summary>
/// Printed slips by which a person chooses a password. Kept as user tokens: the name is the SHA-256 of a random 128-bit code,
/// the value "state;end", so that the database alone opens no account. An account has one open slip at most.
/// </summary>
internal sealed class SlipBook(PortalDb db, TimeProvider clock)
{
    public const string Provider = "Slip";

    /// <summary>A new slip; the one before it is withdrawn.</summary>
    public async Task<(string Code, DateTime ExpiresAt)> IssueAsync(Account account, PortalSettings settings)
    {
        await WithdrawAsync(account.Id);
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var ends = clock.UtcNow() + (account.State is AccountState.Invited ? TimeSpan.FromDays(settings.ActivationSlipDays) : TimeSpan.FromMinutes(settings.ResetSlipMinutes));
        db.Add(new IdentityUserToken<string> { UserId = account.Id, LoginProvider = Provider, Name = HashOf(code), Value = Write(SlipState.Open, ends) });
        return (code, ends);
    }

    public async Task WithdrawAsync(string accountId)
    {
        var open = await db.UserTokens.Where(t => t.UserId == accountId && t.LoginProvider == Provider && t.Value!.StartsWith("Open")).ToListAsync();
        foreach (var slip in open) Close(slip, SlipState.Withdrawn);
    }

    /// <summary>The slip with this code and how it stands; the account only while the slip is open.</summary>
    public async Task<(SlipState State, IdentityUserToken<string>? Slip, Account? Account)> FindAsync(string code)
    {
        var hash = HashOf(code);
        if (await db.UserTokens.SingleOrDefaultAsync(t => t.LoginProvider == Provider && t.Name == hash) is not { } slip) return (SlipState.Unknown, null, null);

        var parts = slip.Value!.Split(';');
        var state = Enum.Parse<SlipState>(parts[0]);
        if (state is SlipState.Open && new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc) <= clock.UtcNow()) state = SlipState.Expired;
        if (state is not SlipState.Open) return (state, slip, null);

        var account = await db.Users.SingleAsync(a => a.Id == slip.UserId);
        return account.State is AccountState.Withdrawn ? (SlipState.Withdrawn, slip, null) : (SlipState.Open, slip, account);
    }

    public static void Close(IdentityUserToken<string> slip, SlipState state) => slip.Value = $"{state};{slip.Value!.Split(';')[1]}";

    private static string Write(SlipState state, DateTime ends) => string.Create(CultureInfo.InvariantCulture, $"{state};{ends.Ticks}");

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant())));
}
