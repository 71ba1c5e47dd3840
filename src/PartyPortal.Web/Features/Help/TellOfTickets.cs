using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Help;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Help;

/// <summary>Tells the desk of each question and whoever asked of each answer, once: the message's own key remembers it.</summary>
[Display(Name = "Tell of questions to the support desk and of its answers")]
internal sealed class TellOfTickets : IPortalJob
{
    // A portal that stood still for longer tells the rest on no page but the ticket's own.
    private const int DaysBack = 7;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var today = PortalClock.Day(now);
        var words = await WordsAsync(db, today.AddDays(-DaysBack));
        var keys = words.ConvertAll(word => word.Key);
        var told = await db.Messages.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync();
        foreach (var word in words.Where(word => !told.Contains(word.Key)))
        {
            if (word.IsFromDesk) await db.TellAsync([word.AskedBy], new Letter(MessageKind.TicketAnswered, word.Key, today));
            else if (word.Waits) await db.TellAsync(await DeskAsync(db, word.AskedBy, today), new Letter(MessageKind.TicketArrived, word.Key, today));
        }
    }

    private static Task<List<Word>> WordsAsync(PortalDb db, DateOnly since) => db.Tickets
        .SelectMany(t => t.Words, (t, w) => new { t.Id, t.State, t.AccountId, w.Number, w.IsFromDesk, w.On }).Where(w => w.On >= since)
        .Select(w => new Word(w.Id, w.Number, w.IsFromDesk, w.AccountId, w.State == TicketState.New || w.State == TicketState.InWork)).ToListAsync();

    private static async Task<List<string>> DeskAsync(PortalDb db, string butNot, DateOnly today) =>
        [.. (await db.RoleGrants.AsNoTracking().Where(g => g.Role == Role.SystemAdministrator && g.AccountId != butNot).ToListAsync()).Where(g => g.HoldsOn(today)).Select(g => g.AccountId)];

    private sealed record Word(int TicketId, int Number, bool IsFromDesk, string AskedBy, bool Waits)
    {
        public string Key => $"ticket:{TicketId}:{Number}";
    }
}
