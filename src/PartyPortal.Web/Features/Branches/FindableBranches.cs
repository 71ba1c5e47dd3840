using PartyPortal.Data;
using PartyPortal.Domain.Search;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Branches;

internal sealed class FindableBranches : FindableRows
{
    public override SearchKind Kind => SearchKind.Branch;

    public override string Page(int id) => $"/branches/{id}";

    protected override IQueryable<Findable> Rows(PortalDb db) => db.Branches.Where(b => b.Gone == 0).Select(b => new Findable
    {
        Id = b.Id,
        Title = b.Name,
        Lead = b.Introduction,
        Words = b.Code + " " + b.Office,
        BranchId = b.ParentId ?? 0,
        Branch = b.Parent!.Name,
    });
}
