using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Web.Features.Ladder;

public sealed record LadderRow(LadderStep Step, string Branch, string To)
{
    /// <summary>How the e-mails fared, the worst of them; sent where all stands on the portal alone.</summary>
    public DeliveryState State { get; init; } = DeliveryState.Sent;

    public DeliveryTrouble? Trouble { get; init; }

    /// <summary>That nobody holds a second office is no failure of an organisation.</summary>
    public bool IsFailed => Step.Office is null ? Step.Rung is not Rung.Beside : State is DeliveryState.GivenUp;

    public bool CanBeSentAgain => Step.Office is null || IsFailed;
}

internal static class LadderPage
{
    private const int Size = 30;

    public static async Task<Slice<LadderRow>> ReadAsync(PortalDb db, string? after)
    {
        var slice = await db.LadderSteps.NewestFirstAsync(s => s.On, s => s.Id, after, Size, s => new LadderRow(s, s.Branch.Name, s.To.Name));
        var keys = slice.Rows.Select(r => r.Step.LetterKey).ToList();
        var ways = (await db.Deliveries.Where(d => keys.Contains(d.Key)).Select(d => new { d.Key, d.State, d.Trouble }).Distinct().ToListAsync()).ToLookup(d => d.Key);
        return slice with
        {
            Rows = [.. slice.Rows.Select(row => ways[row.Step.LetterKey].MinBy(d => d.State switch { DeliveryState.GivenUp => 1, DeliveryState.Waiting or DeliveryState.Sending => 2, _ => 3 }) is { } worst and not { State: DeliveryState.Dropped }
            ? row with { State = worst.State, Trouble = worst.Trouble } : row)]
        };
    }
}
