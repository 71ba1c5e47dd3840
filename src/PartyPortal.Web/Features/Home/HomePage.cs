using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Home;

public sealed record HomeNotice(int Id, string Title, string Branch, NoticeCategory Category, DateTime PublishAt, bool IsPinned);

public sealed record HomeMaterial(int Id, string Title, StudyKind Kind);

/// <summary>The front page, as far as its reader may see.</summary>
public sealed record HomePage(IReadOnlyList<HomeNotice> Notices, IReadOnlyList<HomeMaterial> Materials)
{
    private const int NoticesShown = 8;
    private const int MaterialsShown = 4;

    public static async Task<HomePage> LoadAsync(PortalDb db) => new(
        await db.Notices.Where(n => n.State == NoticeState.Published)
            .OrderByDescending(n => n.IsPinned).ThenByDescending(n => n.PublishAt).ThenByDescending(n => n.Id)
            .Select(n => new HomeNotice(n.Id, n.Title, n.Branch.Name, n.Category, n.PublishAt, n.IsPinned)).Take(NoticesShown).ToListAsync(),
        await db.StudyMaterials.Where(m => m.State == StudyState.Published)
            .OrderByDescending(m => m.PublishedAt).ThenByDescending(m => m.Id)
            .Select(m => new HomeMaterial(m.Id, m.Title, m.Kind)).Take(MaterialsShown).ToListAsync());
}
