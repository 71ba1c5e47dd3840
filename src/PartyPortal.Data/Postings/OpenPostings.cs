using PartyPortal.Domain.Postings;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Data.Postings;

public static class OpenPostings
{
    /// <summary>What readers see now. Where the organisation took the Internet back, only the unit reads on.</summary>
    public static IQueryable<Posting> PostingsToRead(this PortalDb db, PortalSettings settings)
    {
        var (today, keys) = (db.Today, db.Viewer.Audiences);
        var open = db.Postings.Where(p => p.State == PostingState.Posted && p.FirstOn <= today && p.LastOn >= today);
        return settings.PostsOnInternet ? open : open.Where(p => p.Reach == PostingReach.Unit || keys.Contains(p.UnitKey));
    }
}
