using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Web.Platform;

/// <summary>The portal's settings, from memory: read again after each save of one, and twice a minute for what another instance saved.</summary>
public sealed class CurrentSettings(IServiceScopeFactory scopes, PortalChanges changes, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private volatile Known? _known;

    /// <summary>As they are now. Answered at once, so that limits, views and cookies can ask; one short read when something changed.</summary>
    public PortalSettings Now
    {
        get
        {
            // The edition before the reading: a save in between makes the reading old, not unseen.
            var (edition, at) = (changes.Settings, clock.GetUtcNow());
            if (_known is { } known && known.Edition == edition && at - known.At <= Longest) return known.Settings;

            try
            {
                _known = new Known(Read(), edition, at);
            }
            catch (Exception failure) when (DatabaseAway.Is(failure))
            {
                // The database is away: the page that says so has a name and a footer all the same.
                return _known?.Settings ?? new PortalSettings();
            }

            return _known.Settings;
        }
    }

    private PortalSettings Read()
    {
        using var scope = scopes.CreateScope();
        return SettingInfo.Read(scope.ServiceProvider.GetRequiredService<PortalDb>().Settings.AsNoTracking().ToDictionary(s => s.Key, s => s.Value));
    }

    private sealed record Known(PortalSettings Settings, long Edition, DateTimeOffset At);
}
