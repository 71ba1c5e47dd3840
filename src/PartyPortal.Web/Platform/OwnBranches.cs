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

    /// <summary>An office speaks in its own name; that of the university in the name of the top of the tree.</summary>
    /// <exception cref="RuleBrokenException">That of the university chose none.</exception>
    public static async Task<int> OwnOfficeAsync(this PortalDb db, int? chosen)
    {
        if (db.Viewer.SpeaksForBranchId is { } own) return own;

        return chosen is { } id && db.Viewer.SpeaksForTop && await db.Branches.AnyAsync(b => b.Id == id && b.ParentId == null && b.Gone == 0)
            ? id
            : throw new RuleBrokenException("Choose an organisation of your own.") { Field = "BranchId" };
    }

    /// <summary>What the office of the university chooses unless it chooses otherwise; null for all others.</summary>
    public static async Task<int?> UsualOfficeAsync(this PortalDb db) =>
        db.Viewer.SpeaksForTop ? await db.Branches.Where(b => b.ParentId == null && b.Gone == 0).OrderBy(b => b.Id).Select(b => (int?)b.Id).FirstOrDefaultAsync() : null;
}
