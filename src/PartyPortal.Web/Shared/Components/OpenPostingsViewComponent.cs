using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Postings;
using PartyPortal.Domain.Postings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared.Components;

/// <summary>A posting that runs: of how many, never of whom.</summary>
public sealed record OpenPosting(int Id, PostingKind Kind, string Branch, int PeopleCount, DateOnly LastOn);

/// <summary>Postings that run: of the viewer's own unit on the desk, and on the front page those that the Internet may see. Nothing where there is none.</summary>
public sealed class OpenPostingsViewComponent(PortalDb db, CurrentSettings settings) : ViewComponent
{
    private const int Shown = 5;

    public async Task<IViewComponentResult> InvokeAsync(PostingReach reach)
    {
        if (reach is PostingReach.Internet && !settings.Now.PostsOnInternet) return Content("");

        var keys = db.Viewer.Audiences;
        var postings = await db.PostingsToRead(settings.Now).Where(p => reach == PostingReach.Internet ? p.Reach == PostingReach.Internet : keys.Contains(p.UnitKey))
            .OrderBy(p => p.LastOn).ThenBy(p => p.Id).Take(Shown).Select(p => new OpenPosting(p.Id, p.Kind, p.Branch.Name, p.PeopleCount, p.LastOn)).ToListAsync();
        if (postings.Count == 0) return Content("");

        PublicPages.DoNotKeep(HttpContext);
        return View(postings);
    }
}
