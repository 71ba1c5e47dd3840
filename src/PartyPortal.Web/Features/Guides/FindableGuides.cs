using PartyPortal.Data;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Search;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Guides;

internal sealed class FindableGuides : FindableRows
{
    public override SearchKind Kind => SearchKind.Guide;

    public override string Page(int id) => $"/guides/{id}";

    protected override IQueryable<Findable> Rows(PortalDb db) => db.Guides.Where(g => g.State == GuideState.Published).Select(g => new Findable
    {
        Id = g.Id,
        Title = g.Title,
        Lead = g.Summary + "\n" + g.Steps,
        Body = g.Notes,
        Words = g.Keywords + " " + g.Office,
        At = g.PublishedAt,
        BranchId = g.BranchId,
        Branch = g.Branch.Name,
        Path = g.Branch.Path,
    });
}
