using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Web.Demo;

namespace PartyPortal.Web.Platform;

/// <summary>SQLite is brought up to date at start; a server by the migrate command, because two instances must not race.</summary>
internal static class DatabaseAtStart
{
    /// <returns>The exit code where the start was only for a command; null to go on serving.</returns>
    public static async Task<int?> PrepareDatabaseAsync(this WebApplication app, StartMode mode)
    {
        await using var scope = app.Services.CreateAsyncScope();
        // Before anybody can ask, the portal itself prepares its database.
        using var system = scope.ServiceProvider.GetRequiredService<CurrentViewer>().ActAsSystem();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        if (mode.Migrates) return await MigrateAsync(db, mode);
        if (db.IsEmbedded) await db.MigrateAsync();
        if (!mode.IsDemo) await TellSetupCodeAsync(app, db);
        if (!mode.IsDemo || await ActivatorUtilities.CreateInstance<DemoStart>(scope.ServiceProvider, db).RunAsync(mode.IsFresh)) return null;

        Console.Error.WriteLine("This database holds something else than the demo. Start without --demo, or name another database.");
        return 1;
    }

    private static async Task TellSetupCodeAsync(WebApplication app, PortalDb db)
    {
        if ((await db.PendingMigrationsAsync()).Count > 0 || await db.Users.AnyAsync()) return;

        Console.WriteLine($"No account exists yet. Open /setup and give this code: {app.Services.GetRequiredService<SetupCode>().Value}");
    }

    private static async Task<int> MigrateAsync(PortalDb db, StartMode mode)
    {
        var pending = await db.PendingMigrationsAsync();
        foreach (var migration in pending) Console.WriteLine($"pending: {migration}");
        if (mode.ChecksOnly) return pending.Count == 0 ? 0 : 1;

        await db.MigrateAsync();
        Console.WriteLine($"{pending.Count} applied");
        return 0;
    }
}
