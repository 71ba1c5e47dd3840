using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Data.Messages;

public static class Telling
{
    /// <summary>Gives each of the accounts the letter, once, however often it is told; by e-mail too, to those who have it so.</summary>
    public static async Task TellAsync(this PortalDb db, IReadOnlyCollection<string> accounts, Letter letter)
    {
        var told = await db.Messages.Where(m => m.Key == letter.Key && accounts.Contains(m.AccountId)).Select(m => m.AccountId).ToListAsync();
        var untold = accounts.Distinct().Except(told).ToList();
        db.AddRange(untold.Select(account => new InSiteMessage(account, letter)));
        db.AddRange(await MailsAsync(db, untold, letter));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static async Task<IEnumerable<Delivery>> MailsAsync(PortalDb db, List<string> accounts, Letter letter)
    {
        var topic = letter.Kind.Topic();
        var usual = topic?.UsualRhythm() ?? MailRhythm.AtOnce;
        var readers = await db.Users
            .Where(u => accounts.Contains(u.Id) && u.State == AccountState.Active && u.EmailConfirmed && u.EmailRefusedOn == null)
            .Select(u => new { u.Id, Rhythm = db.MailChoices.Where(c => c.AccountId == u.Id && c.Topic == topic).Select(c => (MailRhythm?)c.Rhythm).FirstOrDefault() ?? usual })
            .ToListAsync();
        return readers.Where(r => r.Rhythm is not MailRhythm.Off)
            .Select(r => new Delivery(Channel.Mail, letter.Kind, letter.Key, r.Rhythm is MailRhythm.Weekly ? MessageTopics.NextWeekAfter(letter.On) : db.Now) { AccountId = r.Id, IsForDigest = r.Rhythm is MailRhythm.Daily or MailRhythm.Weekly });
    }
}
