using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Access;

/// <summary>Pooled contexts are used again and again: none may carry the viewer of the request before.</summary>
public sealed class ViewerStormTests(Portal portal)
{
    [Fact]
    public async Task No_request_sees_the_rows_of_another()
    {
        var branches = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => portal.PlantBranchAsync($"Storm {i}")));
        foreach (var branch in branches) await portal.PlantPersonAsync(branch, $"Person of {branch.Id}");

        var wrong = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, ct) =>
        {
            var branch = branches[i % branches.Length];
            await using var scope = portal.Services.CreateAsyncScope();
            // Every seventh request forgets to say who is asking.
            if (i % 7 != 0) scope.ServiceProvider.GetRequiredService<CurrentViewer>().Viewer = new Viewer { AccountId = "storm", Acting = new ActingRole(1, Role.Secretary, branch.Id, "", branch.Path) };
            var names = await scope.ServiceProvider.GetRequiredService<PortalDb>().People.Select(p => p.Name).ToListAsync(ct);
            if (!names.SequenceEqual(i % 7 != 0 ? [$"Person of {branch.Id}"] : [])) Interlocked.Increment(ref wrong);
        });

        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task An_empty_path_is_no_path()
    {
        await portal.PlantPersonAsync(await portal.PlantBranchAsync("Physics"), "Li Hua");

        Assert.Equal("-", Viewer.Nobody.Path);
        Assert.Equal("-", Viewer.Public.Path);
        Assert.Empty(await portal.InDbAsync(Viewer.Public, db => db.People.ToListAsync()));
    }
}
