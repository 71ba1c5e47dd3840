using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Search;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Notices;

internal sealed class FindableNotices : FindableRows
{
    public override SearchKind Kind => SearchKind.Notice;

    public override string Page(int id) => $"/notices/{id}";

    protected override IQueryable<Findable> Rows(PortalDb db) => db.Notices.Where(n => n.State == NoticeState.Published).Select(n => new Findable
    {
        Id = n.Id,
        Title = n.Title,
        Body = n.Body,
        At = n.PublishAt,
        Audience = n.AudienceKey,
        BranchId = n.BranchId,
        Branch = n.Branch.Name,
        Path = n.Branch.Path,
    });
}
