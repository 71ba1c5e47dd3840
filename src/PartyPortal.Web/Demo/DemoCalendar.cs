using PartyPortal.Data;
using PartyPortal.Domain.WorkCalendar;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Plants a few invented holidays of this year and the next, so that terms are not provisional.</summary>
internal sealed class DemoCalendar(TimeProvider clock) : IDemoContents
{
    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        foreach (var year in new[] { clock.Today().Year, clock.Today().Year + 1 })
        {
            db.Add(new SpecialDays("元旦（演示）", new(year, 1, 1), new(year, 1, 3), areWorked: false));
            db.Add(new SpecialDays("国庆节（演示）", new(year, 10, 1), new(year, 10, 7), areWorked: false));
        }

        await db.SaveChangesAsync();
    }
}
