using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Stale;

/// <summary>Notices that nobody has looked at for long. Guides stand among the to-dos of guides.</summary>
internal sealed class StaleTodos(CurrentSettings settings, TimeProvider clock) : ITodoSource
{
    public string Module => Sentence.Key("Does it still hold?").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (!db.Viewer.May(Policies.ManageNotices)) return [];

        var months = settings.Now.ConfirmMonths;
        var notices = await new StaleContent(db, clock.UtcNow(), months).NoticesAsync();
        return new Todo(Sentence.Key("Notices to look through: do they still hold?"), "/desk/stale") { Icon = "arrow-clockwise" }.OrEach(
            [.. notices.Select(n => new Todo(Sentence.Key("Look through the notice: does it still hold? {0}", n.Title), "/desk/stale") { Icon = "arrow-clockwise", Due = n.On.AddMonths(months) })]);
    }
}
