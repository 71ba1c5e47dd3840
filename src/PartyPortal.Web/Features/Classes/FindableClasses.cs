using PartyPortal.Data;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Search;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Classes;

internal sealed class FindableClasses : FindableRows
{
    public override SearchKind Kind => SearchKind.TrainingClass;

    public override string Page(int id) => $"/classes/{id}";

    protected override IQueryable<Findable> Rows(PortalDb db) => db.TrainingClasses.Where(c => c.State == ClassState.Announced).Select(c => new Findable
    {
        Id = c.Id,
        Title = c.Title,
        Lead = c.Purpose,
        At = c.MadeAt,
        Audience = c.AudienceKey,
        BranchId = c.BranchId,
        Branch = c.Branch.Name,
        Path = c.Branch.Path,
    });
}
