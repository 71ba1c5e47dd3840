using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Features.Audit;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Demo;

/// <summary>
/// The fictional university of "--demo": planted once into a database of its own, kept between starts. Each start gives the
/// demo accounts new passwords and prints them.
/// </summary>
internal sealed class DemoStart(PortalDb db, DataFolder folder, FileIntake files, IPasswordHasher<Account> hasher, FieldSealer sealer, AuditWitness witness, TimeProvider clock)
{
    /// <returns>False where the database holds something else than the demo: then nothing was touched.</returns>
    public async Task<bool> RunAsync(bool isFresh)
    {
        var isPlanted = await db.Branches.AnyAsync(b => b.CodeKey == DemoTree.TopCode);
        if (!isPlanted && (await db.Users.AnyAsync() || await db.Branches.AnyAsync())) return false;

        if (isPlanted && isFresh) await RemakeAsync();
        if (!isPlanted || isFresh) await PlantAsync();
        await PrintPasswordsAsync();
        return true;
    }

    private async Task RemakeAsync()
    {
        await db.RemakeAsync();
        witness.Forget();
    }

    private async Task PlantAsync()
    {
        var tree = new DemoTree(clock.Today());
        db.AddRange(tree.Branches);
        db.AddRange(tree.Groups);
        await db.SaveChangesAsync();

        var people = new DemoPeople(tree, clock.Today(), sealer);
        db.AddRange(people.All);
        await db.SaveChangesAsync();

        var accounts = new DemoAccounts(clock);
        accounts.AddTo(db, tree, people);
        await db.SaveChangesAsync();

        foreach (var contents in DemoContents.All(folder, files, clock)) await contents.PlantAsync(db, tree, people);
    }

    private async Task PrintPasswordsAsync()
    {
        foreach (var (role, userName) in DemoAccounts.Names)
        {
            if (await db.Users.SingleOrDefaultAsync(a => a.UserName == userName) is not { } account) continue;

            var password = $"demo-{Random.Shared.Next(100_000, 999_999)}-{Random.Shared.Next(1000, 9999)}";
            account.PasswordHash = hasher.HashPassword(account, password);
            account.AccessFailedCount = 0;
            account.LockoutEnd = null;
            Console.WriteLine($"demo: {role} {userName} {password}");
        }

        await db.SaveChangesAsync();
    }
}
