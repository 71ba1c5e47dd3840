using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Features.Courses;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>The courses that come with the portal, as the university takes them over, and a note of the demo's member beside one of their lessons.</summary>
internal sealed class DemoStarters(TimeProvider clock) : IDemoContents
{
    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        foreach (var starter in StarterCourse.All) await new StarterInstallation(db, starter, tree.Top, AudienceKind.Campus, clock.UtcNow()).RunAsync();

        var lesson = await db.StudyMaterials.SingleAsync(m => m.BranchId == tree.Top.Id && m.Title == StarterCourse.All[1].Lessons[0].Title);
        var member = await db.Users.Where(a => a.UserName == "demo-member").Select(a => a.Id).SingleAsync();
        db.Add(new StudyNote(lesson, member, "一处一个。", "周末把邮箱和支付的密码分开。（演示）"));
        await db.SaveChangesAsync();
    }
}
