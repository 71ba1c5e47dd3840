using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;

namespace PartyPortal.Data.Study;

public static class CourseGraph
{
    /// <summary>What each course needs, of the whole portal: numbers alone, so that courses cannot wait for each other across organisations.</summary>
    public static async Task<ILookup<int, int>> CourseNeedsAsync(this PortalDb db) =>
        (await db.CourseNeeds.IgnoreQueryFilters([Visibility.Filter]).Select(n => new { n.CourseId, n.NeededId }).ToListAsync()).ToLookup(n => n.CourseId, n => n.NeededId);
}
