using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Postings;

namespace PartyPortal.Web.Features.Postings;

/// <summary>What the form of a posting offers: the people of the branch who stand where such a posting is about, and who hears objections.</summary>
public sealed record PostingChoices(string Branch, string? Above, IReadOnlyList<SelectListItem> People)
{
    private const int Most = 200;

    public static async Task<PostingChoices> FindAsync(PortalDb db, PostingForm form)
    {
        var stage = form.Kind is { } kind ? PostingRule.Of(kind).Stage : default;
        var own = db.Branches.Where(b => b.Id == form.BranchId && b.Path.StartsWith(db.Viewer.Path));
        var branch = await own.Select(b => new { b.Name, Above = b.Parent!.Name }).SingleOrDefaultAsync();
        var roster = await db.People.Where(p => p.BranchId == form.BranchId && p.Stage == stage).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Select(p => p.Name).Take(Most).ToListAsync();
        return new PostingChoices(branch?.Name ?? "", branch?.Above, [.. roster.Concat(form.Names ?? []).Distinct().Select(name => new SelectListItem(name, name))]);
    }
}
