using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PartyPortal.Data.Providers;

/// <summary>
/// Until November 2026 every change of the model had a migration of its own; Initial puts them together (ADR 0010). A database whose history ends with the last of
/// them has that schema already, and only learns the new name of it.
/// </summary>
internal static class EarlierHistory
{
    private const string Last = "_ReadingCircles";

    public static async Task<bool> EndsTooEarlyAsync(DatabaseFacade database) => await EndAsync(database, default) is { } end && !IsLast(end);

    public static async Task TakeUpAsync(DatabaseFacade database, CancellationToken ct)
    {
        if (await EndAsync(database, ct) is not { } end || !IsLast(end)) return;

        var row = new HistoryRow(database.GetMigrations().First(), ProductInfo.GetVersion());
        await database.ExecuteSqlRawAsync(database.GetService<IHistoryRepository>().GetInsertScript(row), ct);
    }

    /// <summary>The newest migration of a database that has some, and not Initial.</summary>
    private static async Task<string?> EndAsync(DatabaseFacade database, CancellationToken ct)
    {
        var applied = (await database.GetAppliedMigrationsAsync(ct)).ToList();
        return applied.Contains(database.GetMigrations().First()) ? null : applied.LastOrDefault();
    }

    private static bool IsLast(string migration) => migration.EndsWith(Last, StringComparison.Ordinal);
}
