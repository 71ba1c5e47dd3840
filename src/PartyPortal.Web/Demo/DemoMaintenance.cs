using PartyPortal.Data;
using PartyPortal.Domain.Maintaining;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Plants work on the portal: one that is over, one to come.</summary>
internal sealed class DemoMaintenance(TimeProvider clock) : IDemoContents
{
    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        db.Add(Planned(-12, "升级数据库，期间门户打不开。（演示）", "The database is brought up to date; the portal cannot be reached. (demo)"));
        db.Add(Planned(6, "更换服务器，期间不能上传文件。（演示）", "The server is replaced; no files can be sent. (demo)"));
        await db.SaveChangesAsync();
    }

    private MaintenanceWindow Planned(int days, string affects, string english)
    {
        var from = PortalClock.ToUtc(clock.Today().AddDays(days).ToDateTime(new TimeOnly(22, 0)));
        var planned = new MaintenanceWindow(from, from.AddHours(1.5), affects, english, from.AddDays(-3));
        planned.KeepTime(clock.UtcNow(), TimeSpan.FromDays(2));
        return planned;
    }
}
