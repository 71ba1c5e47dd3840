using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Maintaining;

namespace PartyPortal.Web.Platform;

/// <summary>What each page says of work on the portal: looked up once and kept until something is saved, as the pages themselves.</summary>
public sealed class AnnouncedMaintenance(PortalChanges changes)
{
    private volatile Known? _known;

    public async Task<IReadOnlyList<MaintenanceWindow>> FindAsync(PortalDb db)
    {
        var edition = changes.PublicPages;
        if (_known is { } known && known.Edition == edition) return known.All;

        try
        {
            var all = await db.MaintenanceWindows.AsNoTracking().Where(m => m.State == MaintenanceState.Announced || m.State == MaintenanceState.UnderWay).OrderBy(m => m.From).ToListAsync();
            _known = new Known(all, edition);
            return all;
        }
        catch (Exception failure) when (DatabaseAway.Is(failure))
        {
            // The database is away, perhaps for this very work: what was known of it is said.
            return _known?.All ?? [];
        }
    }

    /// <summary>What does not work meanwhile, in the language of the page.</summary>
    public static string WordsOf(MaintenanceWindow maintenance) =>
        PageLanguage.IsChinese || string.IsNullOrEmpty(maintenance.AffectsInEnglish) ? maintenance.Affects : maintenance.AffectsInEnglish;

    private sealed record Known(IReadOnlyList<MaintenanceWindow> All, long Edition);
}
