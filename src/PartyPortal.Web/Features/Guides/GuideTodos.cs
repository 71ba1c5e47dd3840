using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Guides;

/// <summary>Guides to approve, to finish, and to look through after a year.</summary>
internal sealed class GuideTodos(TimeProvider clock, CurrentSettings settings) : ITodoSource
{
    // There each of them has its button.
    private const string ToLookThrough = "/desk/guides?state=Published";

    public string Module => Sentence.Key("Guides").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (!db.Viewer.May(Policies.ManageGuides)) return [];

        List<Todo> found = [.. await OwnAsync(db)];
        if (db.Viewer.May(Policies.ReviewNotices)) found.AddRange(await ToApproveAsync(db));
        return found;
    }

    private static async Task<IEnumerable<Todo>> ToApproveAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var guides = await Own(db).Where(g => g.State == GuideState.AwaitingApproval && g.EditedBy != me && g.PublishedBy != me)
            .OrderBy(g => g.Id).Take(Todo.Most + 1).Select(g => new { g.Id, g.Title }).ToListAsync();
        return new Todo(Sentence.Key("Guides to approve"), "/desk/guides?state=AwaitingApproval") { Icon = "signpost-split" }.OrEach(
            [.. guides.Select(g => new Todo(Sentence.Key("Approve the guide: {0}", g.Title), $"/desk/guides/{g.Id}") { Icon = "signpost-split" })]);
    }

    private async Task<IEnumerable<Todo>> OwnAsync(PortalDb db)
    {
        var (me, longAgo) = (db.Viewer.AccountId, clock.Today().AddMonths(-settings.Now.ConfirmMonths));
        var guides = await Own(db).Where(g => (g.State == GuideState.Published && g.ConfirmedOn <= longAgo)
                || (g.State == GuideState.Draft && (g.EditedBy == me || (g.SentBackBecause != null && g.PublishedBy == me))))
            .OrderBy(g => g.ConfirmedOn).ThenBy(g => g.Id).Take(2 * Todo.Most).Select(g => new { g.Id, g.Title, g.State, g.ConfirmedOn, IsSentBack = g.SentBackBecause != null }).ToListAsync();
        var sentBack = guides.Where(g => g.IsSentBack).Select(g => new Todo(Sentence.Key("Mend the guide: {0}", g.Title), $"/desk/guides/{g.Id}") { Icon = "reply", Why = Sentence.Key("It was sent back to you with a reason") });
        var aged = new Todo(Sentence.Key("Guides to look through: do they still hold?"), ToLookThrough) { Icon = "arrow-clockwise" }.OrEach([.. guides.Where(g => g.State is GuideState.Published)
            .Select(g => new Todo(Sentence.Key("Look through the guide: does it still hold? {0}", g.Title), ToLookThrough) { Icon = "arrow-clockwise", Due = g.ConfirmedOn.AddMonths(settings.Now.ConfirmMonths) })]);
        var drafts = guides.Count(g => g.State is GuideState.Draft && !g.IsSentBack);
        return [.. sentBack, .. aged, new Todo(Sentence.Key("Your drafts of guides"), "/desk/guides?state=Draft") { Icon = "pencil", Why = Sentence.Key("You began them"), Count = drafts }];
    }

    private static IQueryable<Guide> Own(PortalDb db) => db.Guides.Where(g => g.Branch.Path.StartsWith(db.Viewer.Path));
}
