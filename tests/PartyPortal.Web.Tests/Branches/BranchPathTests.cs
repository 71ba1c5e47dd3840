using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using PartyPortal.Web.Features.Branches;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Branches;

public sealed class BranchPathTests(Portal portal)
{
    [Fact]
    public async Task A_path_that_disagrees_with_the_parent_is_told_until_it_is_mended()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var check = new CheckBranchPaths(NullLogger<CheckBranchPaths>.Instance);
        Task RunAsync() => portal.InDbAsync(db => check.RunAsync(db, Portal.Start.UtcDateTime));

        await WritePathAsync(branch.Id, "/wrong/");
        await RunAsync();
        var told = await check.CheckHealthAsync(new HealthCheckContext());
        await WritePathAsync(branch.Id, branch.Path);
        await RunAsync();

        Assert.Equal(HealthStatus.Degraded, told.Status);
        Assert.Contains($"{branch.Id}", told.Description);
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
    }

    private Task WritePathAsync(int id, string path) => portal.InDbAsync(db => db.Branches.Where(b => b.Id == id).ExecuteUpdateAsync(b => b.SetProperty(x => x.Path, path)));
}
