using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Hours;

/// <summary>Declared self-study to confirm, what a helper wrote down to agree to, and make-up study.</summary>
internal sealed class HourTodos : ITodoSource
{
    public string Module => Sentence.Key("Class hours").Words;

    public bool IsStudy => true;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (db.Viewer is { Acting: null, PersonId: { } me }) return [.. await ToAgreeAsync(db, me), .. await ToMakeUpAsync(db)];
        if (!db.Viewer.May(Policies.ManageHours)) return [];

        var waiting = await db.StudiesToConfirmAsync();
        return waiting.Count == 0 ? [] : [new Todo(Sentence.Key("Self-study to confirm"), "/desk/hours") { Icon = "clipboard-check", Count = waiting.Count }];
    }

    private static async Task<IEnumerable<Todo>> ToAgreeAsync(PortalDb db, int me)
    {
        var recorded = await db.SelfStudies.Where(s => s.PersonId == me && s.State == SelfStudyState.AwaitsMember).OrderBy(s => s.Id).Take(Todo.Most + 1).Select(s => new { s.Title, s.HelperName }).ToListAsync();
        return recorded.Select(s => new Todo(Sentence.Key("Say whether you studied this: {0}", s.Title), "/my/hours") { Icon = "clipboard-check", Why = Sentence.Key("{0} wrote it down for you", s.HelperName ?? "") });
    }

    private static async Task<IEnumerable<Todo>> ToMakeUpAsync(PortalDb db) =>
        (await db.OwnMakeUpsAsync()).Where(m => m.DoneOn is null).Take(Todo.Most + 1).Select(m => new Todo(Sentence.Key("Make-up study: {0}", m.Material), "/my/hours") { Icon = "book", Due = m.DueOn, Why = Sentence.Key("In place of: {0}", m.Event) });
}
