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
        var keys = app.Services.GetRequiredService<FieldKeys>();

        if (mode.RenewsKeys) return RenewKeys(keys);
        if (await db.IsTooEarlyAsync()) return Refuse("This database was made by a build before 26 November 2026. Start the build of that day once, then this one.");
        if (mode.Migrates) return await MigrateAsync(db, mode);
        var pending = await db.PendingMigrationsAsync();
        if (db.IsEmbedded && pending.Count > 0) await db.MigrateAsync();
        if (await LacksKeysAsync(db, keys)) return Refuse(keys.Missing);
        if (!mode.IsDemo && (db.IsEmbedded || pending.Count == 0)) await TellSetupCodeAsync(app, db);
        if (!mode.IsDemo || await ActivatorUtilities.CreateInstance<DemoStart>(scope.ServiceProvider, db).RunAsync(mode.IsFresh)) return null;

        return Refuse("This database holds something else than the demo. Start without --demo, or name another database.");
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }

    private static int RenewKeys(FieldKeys keys)
    {
        Console.WriteLine($"Key {keys.Renew()} seals from the next start on. Keep a copy of the key file apart from the database.");
        return 0;
    }

    /// <summary>A new embedded database gets its keys at the first start. Where something is sealed already, new keys would hide that the old ones are lost.</summary>
    private static async Task<bool> LacksKeysAsync(PortalDb db, FieldKeys keys)
    {
        if (keys.Exist) return false;
        if (!db.IsEmbedded || await db.People.AnyAsync(p => p.IdNumberSealed != null || p.PhoneSealed != null)) return true;

        keys.Renew();
        return false;
    }

    private static async Task TellSetupCodeAsync(WebApplication app, PortalDb db)
    {
        if (await db.Users.AnyAsync()) return;

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
