using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Problems;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Plants what readers found wrong: two open reports and a settled one.</summary>
internal sealed class DemoProblems(TimeProvider clock) : IDemoContents
{
    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var today = clock.Today();
        var notice = await db.Notices.Where(n => n.BranchId == tree.Home.Id && n.State == NoticeState.Published).OrderBy(n => n.Id).Select(n => n.Id).FirstAsync();
        var home = await db.Branches.SingleAsync(b => b.Id == tree.Home.Id);
        var top = await db.Branches.SingleAsync(b => b.ParentId == null);
        var settled = new ProblemReport(top, "/development", ProblemKind.Broken, "打印出来少了一列。（演示）", today.AddDays(-9));
        settled.Settle("已调整打印版面。（演示）", today.AddDays(-7));
        db.AddRange(
            new ProblemReport(home, $"/notices/{notice}", ProblemKind.Outdated, "集合地点上周已经改了。（演示）", today.AddDays(-1)),
            new ProblemReport(top, "/help/account", ProblemKind.Wrong, null, today.AddDays(-3)),
            settled);
        await db.SaveChangesAsync();
    }
}
