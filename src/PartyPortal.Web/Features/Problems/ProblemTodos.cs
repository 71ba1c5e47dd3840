using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Problems;

/// <summary>What readers reported and nobody has settled.</summary>
internal sealed class ProblemTodos : ITodoSource
{
    public string Module => Sentence.Key("Reported problems").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (!db.Viewer.May(Policies.SettleProblems)) return [];

        var open = await db.ProblemReports.Where(r => r.SettledOn == null).OrderBy(r => r.Id).Take(Todo.Most + 1).Select(r => r.On).ToListAsync();
        return [new Todo(Sentence.Key("Reported problems"), "/desk/problems") { Icon = "flag", Count = open.Count, Since = open.Count == 0 ? null : open[0] }];
    }
}
