using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Mail;

namespace PartyPortal.Web.Features.Messages;

/// <summary>
/// Hands e-mail to the mail server, at least once: that a message is on its way is saved before, that it arrived after. Killed in between,
/// the portal sends it again under the same Message-Id and says so on its page.
/// </summary>
[Display(Name = "Send e-mail")]
internal sealed class SendMail(MailSettings settings, MailText text, MailSeals seals, CurrentSettings portal, TimeProvider clock) : IPortalJob
{
    private const int AtOnce = 500;

    // Other tasks wait meanwhile.
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(20);

    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        if (!settings.IsOn)
        {
            await ForgetAsync(db);
            return;
        }

        if (await new DueMail(db, portal.Now, now).FindAsync() is not { Count: > 0 } due) return;

        await using var line = new MailLine(settings);
        if (await line.OpenAsync() is { } trouble)
        {
            await PostponeAsync(db, [.. due.SelectMany(ids => ids)], trouble, now);
            return;
        }

        var began = clock.GetTimestamp();
        foreach (var ids in due)
            if (clock.GetElapsedTime(began) > LongestRun || !await SendAsync(db, ids, line, now)) return;
    }

    /// <summary>Where no mail server is named nothing waits for one.</summary>
    private static async Task ForgetAsync(PortalDb db)
    {
        db.RemoveRange(await db.Deliveries.Where(d => d.Channel == Channel.Mail && (d.State == DeliveryState.Waiting || d.State == DeliveryState.Sending)).OrderBy(d => d.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }

    private static async Task PostponeAsync(PortalDb db, int[] ids, DeliveryTrouble trouble, DateTime now)
    {
        foreach (var delivery in await db.Deliveries.Where(d => ids.Contains(d.Id)).ToListAsync())
        {
            delivery.TakeUp();
            delivery.Postpone(trouble, now);
        }

        await db.SaveChangesAsync();
    }

    /// <returns>Whether the line still stands.</returns>
    private async Task<bool> SendAsync(PortalDb db, int[] ids, MailLine line, DateTime now)
    {
        db.ChangeTracker.Clear();
        var deliveries = await db.Deliveries.Where(d => ids.Contains(d.Id)).OrderBy(d => d.Id).ToListAsync();
        foreach (var delivery in deliveries) delivery.TakeUp();
        var reader = await db.Users.SingleAsync(a => a.Id == deliveries[0].AccountId);
        var items = await ItemsAsync(db, reader, deliveries, now);
        var wanted = deliveries.Where(d => !d.HasEnded).ToList();
        foreach (var delivery in wanted) delivery.Begin();
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another instance has taken it.
            return true;
        }

        if (wanted.Count == 0) return true;

        var outcome = await line.SendAsync(text.Write(reader, wanted[0].Mark, items, now));
        foreach (var delivery in wanted) Settle(delivery, outcome, now);
        if (outcome.Trouble is DeliveryTrouble.AddressRefused) reader.RefuseEmail(PortalClock.Day(now));
        await db.SaveChangesAsync();
        return !outcome.IsBroken;
    }

    private static void Settle(Delivery delivery, MailOutcome outcome, DateTime now)
    {
        if (outcome.Trouble is not { } trouble) delivery.Arrive(now);
        else if (outcome.IsFinal) delivery.GiveUp(trouble, now);
        else delivery.Postpone(trouble, now, mayHaveArrived: outcome.IsBroken);
    }

    /// <summary>What is still to be said. What was read, done or unsubscribed meanwhile is dropped.</summary>
    private async Task<List<MailItem>> ItemsAsync(PortalDb db, Account reader, List<Delivery> deliveries, DateTime now)
    {
        var keys = deliveries.Select(d => d.Key).ToList();
        var messages = await db.Messages.AsNoTracking().Where(m => m.AccountId == reader.Id && !m.IsRead && keys.Contains(m.Key)).ToDictionaryAsync(m => m.Key);
        var off = await db.MailChoices.Where(c => c.AccountId == reader.Id && c.Rhythm == MailRhythm.Off).Select(c => c.Topic).ToListAsync();
        var shown = await TitlesToShowAsync(db, messages.Values);
        List<MailItem> items = [];
        foreach (var delivery in deliveries)
        {
            if (ItemOf(delivery, reader, messages.GetValueOrDefault(delivery.Key), shown) is { } item && !(delivery.Kind.Topic() is { } topic && off.Contains(topic))) items.Add(item);
            else if (MayWriteTo(reader, delivery)) delivery.Drop(now);
            else delivery.GiveUp(DeliveryTrouble.NoAddress, now);
        }

        return items;
    }

    private MailItem? ItemOf(Delivery delivery, Account reader, InSiteMessage? message, HashSet<int> shown) => (MayWriteTo(reader, delivery), delivery, message) switch
    {
        (false, _, _) => null,
        (_, { Kind: MessageKind.ConfirmAddress, Sealed: { } code }, _) => new MailItem(delivery.Kind, "/account/email/confirm", seals.OpenCode(code)),
        (_, { Kind: MessageKind.TestMail }, _) => new MailItem(delivery.Kind, "/admin/deliveries"),
        (_, _, { } told) => new MailItem(told.Kind, MessageLink.Of(told)[1..], told.NoticeId is { } id && shown.Contains(id) ? told.Title : null),
        _ => null,
    };

    private static bool MayWriteTo(Account reader, Delivery delivery) => delivery.Kind switch
    {
        _ when reader is { State: not AccountState.Active } or { Email: null or "" } or { EmailRefusedOn: not null } => false,
        MessageKind.ConfirmAddress => !reader.EmailConfirmed,
        MessageKind.TestMail => true,
        _ => reader.EmailConfirmed,
    };

    /// <summary>A title may name a person: it travels where everybody may read it anyway, or where the organisation says so.</summary>
    private async Task<HashSet<int>> TitlesToShowAsync(PortalDb db, IEnumerable<InSiteMessage> messages)
    {
        var ids = messages.Select(m => m.NoticeId).OfType<int>().ToList();
        if (portal.Now.MailNamesTitles || ids.Count == 0) return [.. ids];

        return [.. await db.Notices.Where(n => ids.Contains(n.Id) && n.State == NoticeState.Published && n.AudienceKey == Audience.Internet).Select(n => n.Id).ToListAsync()];
    }
}
