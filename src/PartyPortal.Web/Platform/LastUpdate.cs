using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;

namespace PartyPortal.Web.Platform;

/// <summary>When something was last published for everybody: said in the footer, looked up once and kept until something is saved.</summary>
public sealed class LastUpdate(PortalChanges changes)
{
    private volatile Known? _known;

    /// <summary>Null while nothing is published.</summary>
    public async Task<DateTime?> FindAsync(PortalDb db)
    {
        var edition = changes.PublicPages;
        if (_known is { } known && known.Edition == edition) return known.At;

        try
        {
            return await ReadAsync(db, edition);
        }
        catch (Exception failure) when (DatabaseAway.Is(failure))
        {
            // The database is away: the page that says so has a footer all the same.
            return _known?.At;
        }
    }

    private async Task<DateTime?> ReadAsync(PortalDb db, long edition)
    {
        var at = await db.Notices.Where(n => n.State == NoticeState.Published && n.AudienceKey == Audience.Internet).MaxAsync(n => (DateTime?)n.PublishAt);
        _known = new Known(at, edition);
        return at;
    }

    private sealed record Known(DateTime? At, long Edition);
}
