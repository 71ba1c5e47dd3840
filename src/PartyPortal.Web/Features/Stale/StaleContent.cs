using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Stale;

/// <param name="On">The day on which somebody last changed or confirmed it.</param>
public sealed record StaleRow(int Id, string Title, string Branch, DateOnly On);

/// <summary>Notices and guides of the viewer's organisations, those first that nobody has looked at for longest.</summary>
public sealed record StalePage(IReadOnlyList<StaleRow> Notices, IReadOnlyList<StaleRow> Guides, int Months);

internal sealed class StaleContent(PortalDb db, DateTime now, int months)
{
    private const int Shown = 100;

    private DateTime Since => now.AddMonths(-months);

    private IQueryable<Notice> Notices => db.Notices.Where(n => n.Branch.Path.StartsWith(db.Viewer.Path) && n.State == NoticeState.Published && n.PublishAt <= Since && (n.ConfirmedAt == null || n.ConfirmedAt <= Since));

    private IQueryable<Guide> Guides
    {
        get
        {
            var since = PortalClock.Day(now).AddMonths(-months);
            return db.Guides.Where(g => g.Branch.Path.StartsWith(db.Viewer.Path) && g.State == GuideState.Published && g.ConfirmedOn <= since);
        }
    }

    public async Task<StalePage> FindAsync() => new(await NoticesAsync(), await GuidesAsync(), months);

    public async Task<IReadOnlyList<StaleRow>> NoticesAsync()
    {
        var found = await Notices.OrderBy(n => n.ConfirmedAt ?? n.PublishAt).ThenBy(n => n.Id).Take(Shown)
            .Select(n => new { n.Id, n.Title, n.Branch.Name, At = n.ConfirmedAt ?? n.PublishAt }).ToListAsync();
        return [.. found.Select(n => new StaleRow(n.Id, n.Title, n.Name, PortalClock.Day(n.At)))];
    }

    private async Task<IReadOnlyList<StaleRow>> GuidesAsync() =>
        await Guides.OrderBy(g => g.ConfirmedOn).ThenBy(g => g.Id).Take(Shown).Select(g => new StaleRow(g.Id, g.Title, g.Branch.Name, g.ConfirmedOn)).ToListAsync();
}
