using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Which e-mails are to go now: each list of ids is one e-mail. What somebody asked for just now goes first, and at night too.</summary>
internal sealed class DueMail(PortalDb db, PortalSettings settings, DateTime now)
{
    private const int AtOnce = 200;

    private IQueryable<Delivery> Due => db.Deliveries.AsNoTracking()
        .Where(d => d.Channel == Channel.Mail && (d.State == DeliveryState.Waiting || d.State == DeliveryState.Sending) && d.DueAt <= now);

    public async Task<List<int[]>> FindAsync()
    {
        var asked = Due.Where(d => d.Kind == MessageKind.ConfirmAddress || d.Kind == MessageKind.TestMail);
        var urgent = await asked.OrderBy(d => d.Id).Take(AtOnce).Select(d => d.Id).ToListAsync();
        if (IsQuiet) return Single(urgent);

        var single = await Due.Where(d => !d.IsForDigest && d.Kind != MessageKind.ConfirmAddress && d.Kind != MessageKind.TestMail).OrderBy(d => d.DueAt).ThenBy(d => d.Id).Take(AtOnce).Select(d => d.Id).ToListAsync();
        return [.. Single(urgent), .. Single(single), .. await DigestsAsync()];
    }

    private int Hour => PortalClock.InShanghai(now).Hour;

    private bool IsQuiet => Hour >= settings.MailQuietFrom || Hour < settings.MailQuietUntil;

    /// <summary>One e-mail a day for each reader who has it so.</summary>
    private async Task<IEnumerable<int[]>> DigestsAsync()
    {
        if (Hour < settings.MailDigestHour) return [];

        var today = PortalClock.ToUtc(PortalClock.Day(now).ToDateTime(TimeOnly.MinValue));
        var waiting = Due.Where(d => d.IsForDigest && !db.Deliveries.Any(s => s.AccountId == d.AccountId && s.IsForDigest && s.State == DeliveryState.Sent && s.EndedAt >= today));
        var readers = await waiting.Select(d => d.AccountId).Distinct().OrderBy(a => a).Take(AtOnce).ToListAsync();
        var rows = await waiting.Where(d => readers.Contains(d.AccountId)).OrderBy(d => d.Id).Select(d => new { d.Id, d.AccountId }).ToListAsync();
        return rows.GroupBy(r => r.AccountId).Select(reader => reader.Select(r => r.Id).ToArray());
    }

    private static List<int[]> Single(List<int> ids) => [.. ids.Select(id => new[] { id })];
}
