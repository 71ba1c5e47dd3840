using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;

namespace PartyPortal.Web.Platform;

/// <summary>The organisation in whose name something is published.</summary>
public static class OwnBranches
{
    /// <exception cref="RuleBrokenException">It is archived, or none of the viewer's own.</exception>
    public static async Task<int> OwnBranchAsync(this PortalDb db, int? chosen)
    {
        var reach = db.Viewer.Path;
        return chosen is { } id && await db.Branches.AnyAsync(b => b.Id == id && b.Gone == 0 && b.Path.StartsWith(reach))
            ? id
            : throw new RuleBrokenException("Choose an organisation of your own.") { Field = "BranchId" };
    }
}
