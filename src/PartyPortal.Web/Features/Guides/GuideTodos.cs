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
    public string Module => Sentence.Key("Guides").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (!db.Viewer.May(Policies.ManageGuides)) return [];

        List<Todo> found = [.. await ToConfirmAsync(db), await DraftsAsync(db)];
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

    private async Task<IEnumerable<Todo>> ToConfirmAsync(PortalDb db)
    {
        var longAgo = clock.Today().AddMonths(-settings.Now.ConfirmMonths);
        var guides = await Own(db).Where(g => g.State == GuideState.Published && g.ConfirmedOn <= longAgo)
            .OrderBy(g => g.ConfirmedOn).ThenBy(g => g.Id).Take(Todo.Most + 1).Select(g => new { g.Title, g.ConfirmedOn }).ToListAsync();
        return new Todo(Sentence.Key("Guides to look through: do they still hold?"), ToLookThrough) { Icon = "arrow-clockwise" }.OrEach(
            [.. guides.Select(g => new Todo(Sentence.Key("Look through the guide: does it still hold? {0}", g.Title), ToLookThrough) { Icon = "arrow-clockwise", Due = g.ConfirmedOn.AddMonths(settings.Now.ConfirmMonths) })]);
    }

    // There each of them has its button.
    private const string ToLookThrough = "/desk/guides?state=Published";

    private static async Task<Todo> DraftsAsync(PortalDb db) => new(Sentence.Key("Your drafts of guides"), "/desk/guides?state=Draft")
    {
        Icon = "pencil",
        Count = await Own(db).Where(g => g.State == GuideState.Draft && g.EditedBy == db.Viewer.AccountId).Take(Todo.Most + 1).CountAsync(),
    };

    private static IQueryable<Guide> Own(PortalDb db) => db.Guides.Where(g => g.Branch.Path.StartsWith(db.Viewer.Path));
}
