using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>One holder of a post agreed to be named on the page of the organisation; the others did not.</summary>
internal sealed class DemoConsents(TimeProvider clock) : IDemoContents
{
    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        db.Add(new PostConsent(await db.RoleGrants.SingleAsync(g => g.BranchId == tree.Marxism.Id), clock.Today()));
        await db.SaveChangesAsync();
    }
}
