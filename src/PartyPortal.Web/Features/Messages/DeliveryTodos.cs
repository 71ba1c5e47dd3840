using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Messages that left the portal for nobody.</summary>
internal sealed class DeliveryTodos : ITodoSource
{
    public string Module => Sentence.Key("Outgoing messages").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (!db.Viewer.May(Policies.ManageSettings)) return [];

        var givenUp = await db.Deliveries.Where(d => d.State == DeliveryState.GivenUp).Take(Todo.Most + 1).CountAsync();
        return [new Todo(Sentence.Key("Messages that were given up"), "/admin/deliveries?state=GivenUp") { Icon = "send", Count = givenUp }];
    }
}
