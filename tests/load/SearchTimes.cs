using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Load;

/// <summary>How long a member's question takes inside the server, from the words to the twenty newest rows read through the gate.</summary>
internal sealed class SearchTimes(LoadHost host, Ground ground)
{
    private const int Questions = 300;

    public async Task<List<Row>> MeasureAsync()
    {
        // The portal's own keeper, which is off in this process, would have made the index at its first start.
        await host.Services.GetRequiredService<IndexKeeper>().KeepAsync();
        var member = await host.InDbAsync(async db =>
        {
            var person = await db.People.Include(p => p.Branch).FirstAsync(p => p.AccountId == University.Reader(0));
            return new Viewer { AccountId = person.AccountId, PersonId = person.Id, Stage = person.Stage, HomeBranchId = person.BranchId, Audiences = Audience.KeysFor(person.Stage, person.Branch) };
        });

        // A word's share of the documents falls with its place: under a fifth from about the 110th on.
        var rows = new List<Row>
        {
            await MeasureAsync(member, "search-rare-word", i => Words.At(10_000 + i)),
            await MeasureAsync(member, "search-word", i => Words.At(200 + i % 200)),
            await MeasureAsync(member, "search-commonest-word", i => Words.At(1 + i % 5)),
            await MeasureAsync(member, "search-one-character", i => Words.At(1 + i % 5)[..1]),
        };
        host.Services.GetRequiredService<SearchIndex>().Close();
        return rows;
    }

    private async Task<Row> MeasureAsync(Viewer viewer, string name, Func<int, string> words)
    {
        var took = new List<double>();
        for (var i = -20; i < Questions; i++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentViewer>().Viewer = viewer;
            var since = Stopwatch.GetTimestamp();
            await scope.ServiceProvider.GetRequiredService<Finder>().FindAsync(new SearchQuestion { Words = words(Math.Abs(i)), Order = SearchOrder.Newest });
            if (i >= 0) took.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        var pace = Pace.Of(took, TimeSpan.FromMilliseconds(took.Sum()));
        return new Row(name, ground, null, null, pace.PerSecond, pace.P50, pace.P99, null);
    }
}
