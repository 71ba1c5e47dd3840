using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Help;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Help;

/// <summary>Questions that the support desk has not answered.</summary>
internal sealed class TicketTodos : ITodoSource
{
    public string Module => Sentence.Key("Questions to the support desk").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (!db.Viewer.May(Policies.AnswerTickets)) return [];

        var open = await db.Tickets.Where(t => t.State == TicketState.New || t.State == TicketState.InWork).OrderBy(t => t.AskedOn).Take(Todo.Most + 1).Select(t => t.AskedOn).ToListAsync();
        return [new Todo(Sentence.Key("Questions to the support desk"), "/desk/tickets") { Icon = "chat-dots", Count = open.Count, Since = open.Count == 0 ? null : open[0] }];
    }
}
