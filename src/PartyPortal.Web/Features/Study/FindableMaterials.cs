using PartyPortal.Data;
using PartyPortal.Domain.Search;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Study;

internal sealed class FindableMaterials : FindableRows
{
    public override SearchKind Kind => SearchKind.Material;

    public override string Page(int id) => $"/study/{id}";

    protected override IQueryable<Findable> Rows(PortalDb db) => db.StudyMaterials.Where(m => m.State == StudyState.Published).Select(m => new Findable
    {
        Id = m.Id,
        Title = m.Title,
        Lead = m.Summary,
        Body = m.Body,
        Spoken = m.Transcript,
        Words = m.Source + " " + m.Regulation,
        Tags = m.Tags.Select(t => t.Name).ToList(),
        At = m.PublishedAt,
        Audience = m.AudienceKey,
        BranchId = m.BranchId,
        Branch = m.Branch.Name,
        Path = m.Branch.Path,
    });
}
