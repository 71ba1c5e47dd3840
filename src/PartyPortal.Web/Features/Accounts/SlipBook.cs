using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>Prints slips, takes them back and finds them by their code. An account has one open slip at most, beside the code for its address.</summary>
internal sealed class SlipBook(PortalDb db, TimeProvider clock)
{
    /// <summary>What a slip for this account opens, where nothing else is asked for.</summary>
    public static SlipKind KindFor(Account account) => account.State is AccountState.Invited ? SlipKind.Activation : SlipKind.Password;

    /// <summary>A new slip; the one before it is withdrawn.</summary>
    public async Task<(string Code, Slip Slip)> IssueAsync(Account account, SlipKind kind, PortalSettings settings)
    {
        await WithdrawAsync(account.Id, kind);
        var lasts = kind is SlipKind.Activation or SlipKind.Email ? TimeSpan.FromDays(settings.ActivationSlipDays) : TimeSpan.FromMinutes(settings.ResetSlipMinutes);
        var code = Slip.NewCode();
        var slip = new Slip { AccountId = account.Id, Kind = kind, CodeHash = Slip.HashOf(code), ExpiresAt = clock.UtcNow() + lasts };
        db.Add(slip);
        return (code, slip);
    }

    /// <summary>Takes back what is open: the slips that let somebody in, or the code for the address.</summary>
    public async Task WithdrawAsync(string accountId, SlipKind kind)
    {
        var isForEmail = kind is SlipKind.Email;
        foreach (var slip in await db.Slips.Where(s => s.AccountId == accountId && s.State == SlipState.Open && (s.Kind == SlipKind.Email) == isForEmail).ToListAsync()) slip.Withdraw();
    }

    public async Task<Slip?> FindAsync(string code)
    {
        var hash = Slip.HashOf(code);
        return await db.Slips.SingleOrDefaultAsync(s => s.CodeHash == hash);
    }
}
