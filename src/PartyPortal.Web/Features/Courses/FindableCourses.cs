using PartyPortal.Data;
using PartyPortal.Domain.Search;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Courses;

internal sealed class FindableCourses : FindableRows
{
    public override SearchKind Kind => SearchKind.Course;

    public override string Page(int id) => $"/courses/{id}";

    protected override IQueryable<Findable> Rows(PortalDb db) => db.Courses.Where(c => c.State == StudyState.Published).Select(c => new Findable
    {
        Id = c.Id,
        Title = c.Title,
        Lead = c.Summary + " " + c.Outline,
        At = c.PublishedAt,
        Audience = c.AudienceKey,
        BranchId = c.BranchId,
        Branch = c.Branch.Name,
        Path = c.Branch.Path,
    });
}
