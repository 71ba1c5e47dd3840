using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Data.Messages;

public static class Telling
{
    /// <summary>Gives each of the accounts the letter, once, however often it is told.</summary>
    public static async Task TellAsync(this PortalDb db, IReadOnlyCollection<string> accounts, Letter letter)
    {
        var told = await db.Messages.Where(m => m.Key == letter.Key && accounts.Contains(m.AccountId)).Select(m => m.AccountId).ToListAsync();
        db.AddRange(accounts.Distinct().Except(told).Select(account => new InSiteMessage(account, letter)));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }
}
