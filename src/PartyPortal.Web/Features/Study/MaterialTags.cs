using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;

namespace PartyPortal.Web.Features.Study;

internal static class MaterialTags
{
    // More than anybody looks through.
    private const int Most = 300;

    /// <summary>Those of the materials that the author may read, to be offered while one types.</summary>
    public static Task<List<string>> MaterialTagsAsync(this PortalDb db) => db.StudyMaterials.SelectMany(m => m.Tags).Select(t => t.Name).Distinct().OrderBy(name => name).Take(Most).ToListAsync();
}
