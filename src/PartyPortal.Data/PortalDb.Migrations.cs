using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Providers;

namespace PartyPortal.Data;

public abstract partial class PortalDb
{
    /// <summary>Throws everything away and begins again: for the demo alone.</summary>
    public async Task RemakeAsync()
    {
        await Database.EnsureDeletedAsync();
        await MigrateAsync();
    }

    /// <summary>The migrations that the database still lacks; all of them where it does not exist.</summary>
    public async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken ct = default) => [.. await Database.GetPendingMigrationsAsync(ct)];

    /// <summary>Whether it was made by a build so early that none of today's migrations fits it.</summary>
    public Task<bool> IsTooEarlyAsync() => EarlierHistory.EndsTooEarlyAsync(Database);

    public async Task MigrateAsync(CancellationToken ct = default)
    {
        await EarlierHistory.TakeUpAsync(Database, ct);
        await Database.MigrateAsync(ct);
    }
}
