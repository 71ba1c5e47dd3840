using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>People who need a slip to open their account.</summary>
internal sealed class AccountTodos : ITodoSource
{
    public string Module => Sentence.Key("Accounts").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (!db.Viewer.May(Policies.ManagePeople)) return [];

        // With one branch in reach its own index serves the count.
        var people = db.Viewer.OnlyBranchId is { } only ? db.People.Where(p => p.BranchId == only) : db.People;
        var without = await people.Where(p => p.AccountId == null && p.Stage != Stage.Former).Take(Todo.Most + 1).CountAsync();
        return [new Todo(Sentence.Key("People without an account"), "/slips") { Icon = "qr-code", Count = without }];
    }
}
