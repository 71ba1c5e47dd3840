using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PartyPortal.Data;
using PartyPortal.Domain.Help;

namespace PartyPortal.Web.Features.Help;

public sealed record TicketRow(int Id, string Beginning, string? Page, TicketState State, DateOnly AskedOn)
{
    private const int BeginningLength = 80;

    internal static readonly Expression<Func<Ticket, TicketRow>> Of = t =>
        new TicketRow(t.Id, t.Words.Where(w => w.Number == 1).Select(w => w.Text.Substring(0, BeginningLength)).First(), t.Page, t.State, t.AskedOn);
}

/// <summary>What the desk asks for: without a state all that is open, what waits longest first.</summary>
public sealed class TicketSearch
{
    private const int PageSize = 30;

    [Display(Name = "State")]
    public TicketState? State { get; set; }

    public string? After { get; set; }

    public Slice<TicketRow> Found { get; private set; } = new([], null);

    public async Task<TicketSearch> RunAsync(PortalDb db)
    {
        var tickets = State is { } state ? db.Tickets.Where(t => t.State == state) : db.Tickets.Where(t => t.State == TicketState.New || t.State == TicketState.InWork);
        Found = State is TicketState.Closed or TicketState.Answered
            ? await tickets.NewestFirstAsync(t => t.AskedOn, t => t.Id, After, PageSize, TicketRow.Of)
            : await tickets.EarliestFirstAsync(t => t.AskedOn, t => t.Id, After, PageSize, TicketRow.Of);
        return this;
    }
}
