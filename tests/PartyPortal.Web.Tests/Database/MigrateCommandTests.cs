using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Database;

/// <summary>Bringing a database up to date, as whoever looks after the portal does it: by its command, on the engine of the run.</summary>
public sealed class MigrateCommandTests
{
    private readonly TestEngine _engine = TestEngine.FromEnvironment();

    [Fact]
    public async Task The_command_brings_an_empty_database_up_to_date_and_its_check_tells_what_is_pending()
    {
        await _engine.PrepareAsync();

        var before = await RunAsync("migrate", "--check");
        var run = await RunAsync("migrate");
        var after = await RunAsync("migrate", "--check");

        Assert.Equal((1, true), (before.ExitCode, before.Said.Contains("pending: ", StringComparison.Ordinal)));
        Assert.Equal((0, true), (run.ExitCode, run.Said.Contains(" applied", StringComparison.Ordinal)));
        Assert.Equal((0, ""), (after.ExitCode, after.Said));
    }

    [Fact]
    public async Task Nothing_is_served_as_ready_from_a_server_before_the_command_and_SQLite_needs_none()
    {
        await using var portal = new Portal();
        await portal.Engine.PrepareAsync();
        portal.GiveKeys();
        var isEmbedded = await portal.InDbAsync(db => Task.FromResult(db.IsEmbedded));
        var probe = portal.CreateClient();

        var before = await probe.GetAsync("/health/ready");
        await portal.InDbAsync(db => db.MigrateAsync());
        var after = await probe.GetAsync("/health/ready");

        Assert.Equal(isEmbedded ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await probe.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task A_database_with_all_of_the_early_migrations_is_taken_up_and_one_with_fewer_is_refused()
    {
        await using var portal = new Portal();
        await portal.Engine.PrepareAsync();
        portal.GiveKeys();
        var initial = await portal.InDbAsync(async db =>
        {
            var first = db.Database.GetMigrations().First();
            await db.GetService<IMigrator>().MigrateAsync(first);
            return first;
        });
        await EndHistoryAsync("20261126205608_ReadingCircles");

        await portal.InDbAsync(db => db.MigrateAsync());
        Assert.Empty(await portal.InDbAsync(db => db.PendingMigrationsAsync()));
        Assert.Contains(initial, await portal.InDbAsync(db => db.Database.GetAppliedMigrationsAsync()));

        await EndHistoryAsync("20261126204134_ClassLessons");
        var refused = await RunAsync(portal.Engine, "migrate");
        Assert.Equal((1, true), (refused.ExitCode, refused.Complaint.Contains("was made by a build before 26 November 2026", StringComparison.Ordinal)));

        Task<int> EndHistoryAsync(string last) => portal.InDbAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" <> {initial}""");
            return await db.Database.ExecuteSqlAsync($"""UPDATE "__EFMigrationsHistory" SET "MigrationId" = {last}""");
        });
    }

    private Task<(int ExitCode, string Said, string Complaint)> RunAsync(params string[] words) => RunAsync(_engine, words);

    private static async Task<(int ExitCode, string Said, string Complaint)> RunAsync(TestEngine engine, params string[] words)
    {
        var data = Directory.CreateTempSubdirectory("portal-migrate-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PartyPortal.Web.dll"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Database__Provider"] = engine.Provider;
        start.Environment["Database__Connection"] = engine.Connection;
        start.Environment["Portal__DataFolder"] = data.FullName;
        start.Environment["Serilog__MinimumLevel__Default"] = "Fatal";
        start.Environment["Serilog__MinimumLevel__Override__Microsoft"] = "Fatal";
        using var command = Process.Start(start)!;
        var (said, complaint) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        data.Delete(recursive: true);
        return (command.ExitCode, await said, await complaint);
    }
}
