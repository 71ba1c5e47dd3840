using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Features.Courses;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>The courses that come with the portal, as the university takes them over.</summary>
internal sealed class DemoStarters(TimeProvider clock) : IDemoContents
{
    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        foreach (var starter in StarterCourse.All) await new StarterInstallation(db, starter, tree.Top, AudienceKind.Campus, clock.UtcNow()).RunAsync();
    }
}
