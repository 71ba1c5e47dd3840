using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;

namespace PartyPortal.Load;

/// <param name="Limit">The case whose CPU time is the measure of this one; null where there is none.</param>
internal sealed record Case(string Name, string? Limit, Measured Server, Func<int, HttpRequestMessage> Ask)
{
    /// <summary>How many ask at once.</summary>
    public int Readers { get; init; } = 32;
}

/// <summary>One ground, from its start to its result file. The rounds of the cases are interleaved, so that what else the machine does falls on all alike.</summary>
internal sealed class Run(Ground ground, bool isQuick)
{
    private const string Notices = "/notices";

    private static readonly string Portal = Environment.GetEnvironmentVariable("PORTAL_LOAD_PORTAL") ?? throw new InvalidOperationException("tests/load/run.sh names the published portal.");
    private static readonly string Bare = Environment.GetEnvironmentVariable("PORTAL_LOAD_BARE") ?? throw new InvalidOperationException("tests/load/run.sh names the published limits.");
    private static readonly string Self = typeof(Run).Assembly.Location;

    private readonly int _rounds = isQuick ? 3 : 5;
    private readonly TimeSpan _length = TimeSpan.FromSeconds(isQuick ? 1 : 3);
    private readonly List<Row> _rows = [];

    private string[] GroundWords => [ground.Engine, ground.People.ToString(CultureInfo.InvariantCulture)];

    public async Task RunAsync()
    {
        using var host = new LoadHost(ground);
        using var rush = new Rush();
        if (!isQuick) _rows.AddRange(await new SearchTimes(host, ground).MeasureAsync());
        await StartTimesAsync();

        await using var portal = await StartPortalAsync();
        await using var floor = await Measured.StartAsync(Self, ["floor", .. GroundWords, "{port}"], new Dictionary<string, string>(), Notices, asksDatabaseServer: true);
        await using var kept = await Measured.StartAsync(Self, ["kept", await KeepAsync(rush, portal), "{port}"], new Dictionary<string, string>(), "/", asksDatabaseServer: false);
        var study = new StudyCases(host, rush, portal, floor);
        await using var film = await Measured.StartAsync(Self, ["film", await study.FilmAsync(), "{port}"], new Dictionary<string, string>(), "/", asksDatabaseServer: false);
        await RoundsAsync(rush, [.. await CasesAsync(host, portal, floor, kept), .. await study.AllAsync(film, (await host.SignInAsync([University.Reader(0)]))[0])]);
        await FreshNoticeAsync(host, rush, portal);
        _rows.AddRange(await new SignInStorm(host, rush, portal, ground, isQuick).MeasureAsync());
        await File.WriteAllLinesAsync(ground.Results, _rows.ConvertAll(row => row.ToString()));
        Console.WriteLine(string.Join('\n', _rows.Select(row => row.ToString()).Prepend(Row.Head)));
    }

    private Task<Measured> StartPortalAsync() => Measured.StartAsync(Portal, [], ground.Settings, "/", asksDatabaseServer: true);

    private async Task<List<Case>> CasesAsync(LoadHost host, Measured portal, Measured floor, Measured kept)
    {
        var office = (await host.SignInAsync([University.Office]))[0];
        var secretary = (await host.SignInAsync([University.Secretary]))[0];
        var reader = (await host.SignInAsync([University.Reader(0)]))[0];
        var (deepPeople, deepNotices) = await DeepAsync(host);
        return
        [
            new("kept-answer", null, kept, Get(kept, "/", null)),
            new("public-notices", "kept-answer", portal, Get(portal, Notices, null)),
            new("people-floor", null, floor, Get(floor, "/floor/people", office)),
            new("people", "people-floor", portal, Get(portal, "/people", office)),
            new("people-deep", "people", portal, Get(portal, $"/people?After={deepPeople}", office)),
            new("people-one-branch", "people", portal, Get(portal, "/people", secretary)),
            new("notices-floor", null, floor, Get(floor, "/floor/notices", reader)),
            new("notices", "notices-floor", portal, Get(portal, Notices, reader)),
            new("notices-deep", "notices", portal, Get(portal, $"{Notices}?after={deepNotices}", reader)),
            new("desk", null, portal, Get(portal, "/desk", secretary)),
        ];
    }

    public static Func<int, HttpRequestMessage> Get(Measured server, string path, string? cookie, string encoding = "br") => _ =>
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, path));
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return request;
    };

    /// <summary>Cursors nine tenths down the lists.</summary>
    private Task<(string People, string Notices)> DeepAsync(LoadHost host) => host.InDbAsync(async db =>
    {
        var person = await db.People.OrderBy(p => p.NameKey).ThenBy(p => p.Id).Skip(ground.People * 9 / 10).FirstAsync();
        var notice = await db.Notices.OrderByDescending(n => n.PublishAt).ThenByDescending(n => n.Id).Skip(ground.People * 9 / 10).FirstAsync();
        return (Cursor(person.NameKey, person.Id), Cursor(notice.PublishAt.Ticks.ToString(CultureInfo.InvariantCulture), notice.Id));
    });

    private static string Cursor(string key, int id) => Convert.ToHexString(Encoding.UTF8.GetBytes($"{key}\n{id}"));

    private async Task<string> KeepAsync(Rush rush, Measured portal)
    {
        using var first = await rush.SendAsync(Get(portal, Notices, null)(0));
        using var answer = await rush.SendAsync(Get(portal, Notices, null)(0));
        var file = Path.Combine(ground.Folder, "kept.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(await KeptAnswer.OfAsync(answer)));
        return file;
    }

    private async Task RoundsAsync(Rush rush, List<Case> cases)
    {
        var seen = cases.ToDictionary(c => c.Name, _ => new List<(double Cpu, Pace Pace)>());
        foreach (var one in cases) await rush.ForAsync(_length, one.Readers, one.Ask);
        for (var round = 0; round < _rounds; round++)
            foreach (var one in cases)
            {
                var before = one.Server.Cpu;
                var pace = await rush.ForAsync(_length, one.Readers, one.Ask);
                seen[one.Name].Add(((one.Server.Cpu - before).TotalMicroseconds / pace.Answers, pace));
            }

        foreach (var one in cases)
        {
            var cpu = Median(seen[one.Name].Select(s => s.Cpu));
            double? ratio = one.Limit is null ? null : cpu / Median(seen[one.Limit].Select(s => s.Cpu));
            _rows.Add(new Row(one.Name, ground, cpu, ratio, Of(p => p.PerSecond), Of(p => p.P50), Of(p => p.P99), one.Server.ResidentMb));

            double Of(Func<Pace, double> figure) => Median(seen[one.Name].Select(s => figure(s.Pace)));
        }
    }

    /// <summary>A notice goes out, and a thousand people open it within ten seconds, each for the first time that day.</summary>
    private async Task FreshNoticeAsync(LoadHost host, Rush rush, Measured portal)
    {
        var cookies = await host.SignInAsync([.. Enumerable.Range(0, University.Readers).Select(University.Reader)]);
        var fresh = await host.InDbAsync(db => db.Notices.Where(n => n.AudienceKey == Audience.Internet).OrderByDescending(n => n.PublishAt).Select(n => n.Id).FirstAsync());
        var before = portal.Cpu;
        var pace = await rush.SpreadAsync(TimeSpan.FromSeconds(10), cookies.Length, i => Get(portal, $"{Notices}/{fresh}", cookies[i])(i));
        _rows.Add(new Row("fresh-notice", ground, (portal.Cpu - before).TotalMicroseconds / pace.Answers, null, pace.PerSecond, pace.P50, pace.P99, portal.ResidentMb));
    }

    /// <summary>From the start of the process to its first page, in turns.</summary>
    private async Task StartTimesAsync()
    {
        var (portals, bares) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < (isQuick ? 1 : 5); turn++)
        {
            await using (var portal = await StartPortalAsync()) portals.Add(portal.FirstPageAfter.TotalMilliseconds);
            await using var bare = await Measured.StartAsync(Bare, ["bare", .. GroundWords, "{port}"], new Dictionary<string, string>(), "/", asksDatabaseServer: false);
            bares.Add(bare.FirstPageAfter.TotalMilliseconds);
        }

        _rows.Add(new Row("start-bare", ground, null, null, null, Median(bares), null, null));
        _rows.Add(new Row("start", ground, null, Median(portals) / Median(bares), null, Median(portals), null, null));
    }

    private static double Median(IEnumerable<double> figures) => figures.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
