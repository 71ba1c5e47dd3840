using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Web.Features.Desk;

public sealed record DeskNotice(int Id, string Title, string Branch, DateTime PublishAt);

/// <param name="Viewer">In the role in use.</param>
/// <param name="Waiting">In all roles: the first few are shown.</param>
/// <param name="Latest">Addressed to this person.</param>
public sealed record DeskPage(Viewer Viewer, TodoList Waiting, IReadOnlyList<DeskNotice> Latest)
{
    private const int NoticesShown = 5;
    private const int TodosShown = 6;

    public IEnumerable<Todo> First => Waiting.Todos.Take(TodosShown);

    public static async Task<DeskPage> ReadAsync(PortalDb db, TodoList waiting)
    {
        var audiences = db.Viewer.Audiences;
        var latest = await db.Notices.Where(n => n.State == NoticeState.Published && audiences.Contains(n.AudienceKey)).OrderByDescending(n => n.PublishAt).ThenByDescending(n => n.Id)
            .Select(n => new DeskNotice(n.Id, n.Title, n.Branch.Name, n.PublishAt)).Take(NoticesShown).ToListAsync();
        return new DeskPage(db.Viewer, waiting, latest);
    }
}
