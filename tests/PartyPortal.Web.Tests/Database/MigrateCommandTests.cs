using System.Diagnostics;
using System.Net;
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
        Assert.Equal((0, ""), after);
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

    private async Task<(int ExitCode, string Said)> RunAsync(params string[] words)
    {
        var data = Directory.CreateTempSubdirectory("portal-migrate-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PartyPortal.Web.dll"), .. words]) { RedirectStandardOutput = true };
        start.Environment["Database__Provider"] = _engine.Provider;
        start.Environment["Database__Connection"] = _engine.Connection;
        start.Environment["Portal__DataFolder"] = data.FullName;
        start.Environment["Serilog__MinimumLevel__Default"] = "Fatal";
        start.Environment["Serilog__MinimumLevel__Override__Microsoft"] = "Fatal";
        using var command = Process.Start(start)!;
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        data.Delete(recursive: true);
        return (command.ExitCode, said);
    }
}
