using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Study;

/// <summary>Study materials to approve and to finish.</summary>
internal sealed class StudyTodos : ITodoSource
{
    public string Module => Sentence.Key("Study materials").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        List<Todo> found = [];
        if (db.Viewer.May(Policies.ReviewStudy)) found.AddRange(await ToApproveAsync(db));
        if (db.Viewer.May(Policies.ManageStudy)) found.AddRange(await DraftsAsync(db));
        return found;
    }

    private static async Task<IEnumerable<Todo>> ToApproveAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var materials = await Own(db).Where(m => m.State == StudyState.AwaitingApproval && m.EditedBy != me && m.PublishedBy != me)
            .OrderBy(m => m.Id).Take(Todo.Most + 1).Select(m => new { m.Id, m.Title }).ToListAsync();
        return new Todo(Sentence.Key("Study materials to approve"), "/desk/study/approvals") { Icon = "book" }.OrEach(
            [.. materials.Select(m => new Todo(Sentence.Key("Approve the study material: {0}", m.Title), $"/desk/study/{m.Id}") { Icon = "book" })]);
    }

    private static async Task<IEnumerable<Todo>> DraftsAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var drafts = await Own(db).Where(m => m.State == StudyState.Draft && (m.EditedBy == me || (m.SentBackBecause != null && m.PublishedBy == me)))
            .OrderBy(m => m.Id).Take(Todo.Most + 1).Select(m => new { m.Id, m.Title, IsSentBack = m.SentBackBecause != null }).ToListAsync();
        var sentBack = drafts.Where(d => d.IsSentBack).Select(d => new Todo(Sentence.Key("Mend the study material: {0}", d.Title), $"/desk/study/{d.Id}") { Icon = "reply", Why = Sentence.Key("It was sent back to you with a reason") });
        return [.. sentBack, new Todo(Sentence.Key("Your drafts of study materials"), "/desk/study?state=Draft") { Icon = "pencil", Why = Sentence.Key("You began them"), Count = drafts.Count(d => !d.IsSentBack) }];
    }

    private static IQueryable<StudyMaterial> Own(PortalDb db) => db.StudyMaterials.Where(m => m.Branch.Path.StartsWith(db.Viewer.Path));
}
