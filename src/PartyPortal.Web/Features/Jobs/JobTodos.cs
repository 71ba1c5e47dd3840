using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Jobs;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Jobs;

/// <summary>Work of the portal itself that fails.</summary>
internal sealed class JobTodos : ITodoSource
{
    public string Module => Sentence.Key("Tasks and health").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db) => !db.Viewer.May(Policies.ManageSettings) ? [] :
        [new Todo(Sentence.Key("Tasks of the portal that fail"), "/admin/jobs") { Icon = "exclamation-triangle", Count = await db.Jobs.CountAsync(j => j.State == JobState.Failed) }];
}
