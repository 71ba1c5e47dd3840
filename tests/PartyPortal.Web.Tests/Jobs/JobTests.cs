using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data;
using PartyPortal.Domain.Jobs;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Jobs;

/// <summary>Regular work under leases, on a database of its own.</summary>
public sealed class JobTests : IAsyncLifetime
{
    private readonly OwnPortal _portal = new();
    private readonly CountedJob _work = new();

    [Fact]
    public async Task Two_instances_on_one_database_run_a_due_task_once()
    {
        await using var other = new Portal { Engine = _portal.Engine, Clock = _portal.Clock };
        other.GiveKeys();
        using var here = Host(_portal);
        using var there = Host(other);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => Runner(turn % 2 == 0 ? here : there).RunDueAsync()));

        Assert.Equal(1, _work.Runs);
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Runner(here).RunDueAsync(), Runner(there).RunDueAsync());
        Assert.Equal(2, _work.Runs);
    }

    [Fact]
    public async Task A_task_whose_instance_was_killed_is_taken_up_when_its_lease_ends()
    {
        using var host = Host(_portal);
        await _portal.InDbAsync(async db =>
        {
            var job = new Job(nameof(CountedJob), _portal.Clock.UtcNow());
            job.Take(Guid.NewGuid(), _portal.Clock.UtcNow());
            db.Add(job);
            await db.SaveChangesAsync();
        });

        await Runner(host).RunDueAsync();
        Assert.Equal(0, _work.Runs);

        _portal.Clock.Advance(Job.Lease);
        await Runner(host).RunDueAsync();
        Assert.Equal(1, _work.Runs);
    }

    [Fact]
    public async Task On_the_embedded_database_a_killed_portal_goes_on_at_its_next_start()
    {
        using var host = Host(_portal);
        await _portal.InDbAsync(async db =>
        {
            var job = new Job(nameof(CountedJob), _portal.Clock.UtcNow());
            job.Take(Guid.NewGuid(), _portal.Clock.UtcNow());
            db.Add(job);
            await db.SaveChangesAsync();
        });

        await Runner(host).FreeAsync();
        await Runner(host).RunDueAsync();

        Assert.Equal(await _portal.InDbAsync(db => Task.FromResult(db.IsEmbedded)) ? 1 : 0, _work.Runs);
    }

    [Fact]
    public async Task A_task_that_fails_is_tried_again_later_and_its_error_names_nobody()
    {
        using var host = Host(_portal);
        _work.Failure = new InvalidOperationException("Li Hua is in the way");

        await Runner(host).RunDueAsync();
        await Runner(host).RunDueAsync();
        var failed = await FindAsync();
        _work.Failure = null;
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await Runner(host).RunDueAsync();

        Assert.Equal((JobState.Failed, 1, "InvalidOperationException"), (failed.State, failed.Attempts, failed.LastError));
        Assert.Equal((JobState.Waiting, 0), ((await FindAsync()).State, (await FindAsync()).Attempts));
        Assert.Equal(2, _work.Runs);
    }

    [Fact]
    public async Task The_system_administrator_sees_each_task_by_name_and_has_one_run_now()
    {
        using var host = Host(_portal);
        await Runner(host).RunDueAsync();
        var administrator = await _portal.As(Actor.SystemAdministrator);

        var page = await administrator.OpenAsync("/en/admin/jobs");
        Assert.Contains("Publish notices whose time has come", page.Text);
        Assert.Contains("The database answers and is up to date.", page.Text);

        var id = (await FindAsync()).Id;
        await page.SubmitAsync(new { }, $"form[action$='/jobs/{id}/run']");
        await Runner(host).RunDueAsync();
        Assert.Equal(2, _work.Runs);
        Assert.True(await _portal.InDbAsync(db => db.Audit.AnyAsync(a => a.Action == "Job.Asked" && a.Subject == nameof(CountedJob))));
    }

    [Fact]
    public async Task Nobody_else_sees_the_tasks() => await (await _portal.As(Actor.OrganisationOffice)).IsRefusedAt("/admin/jobs");

    [Fact]
    public void Every_task_has_a_name_in_words() => Assert.All(
        _portal.Services.GetServices<IPortalJob>().Where(j => j is not CountedJob),
        job => Assert.True(Attribute.IsDefined(job.GetType(), typeof(System.ComponentModel.DataAnnotations.DisplayAttribute)), $"{job.GetType().Name} needs [Display(Name = …)]."));

    public async ValueTask InitializeAsync() => await _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private WebApplicationFactory<Program> Host(Portal portal) => portal.WithWebHostBuilder(host => host.ConfigureServices(services => services.AddSingleton<IPortalJob>(_work)));

    private static JobRunner Runner(WebApplicationFactory<Program> host) => host.Services.GetRequiredService<JobRunner>();

    private Task<Job> FindAsync() => _portal.InDbAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Kind == nameof(CountedJob)));

    private sealed class CountedJob : IPortalJob
    {
        private int _runs;

        public int Runs => _runs;

        public Exception? Failure { get; set; }

        public Task RunAsync(PortalDb db, DateTime now)
        {
            Interlocked.Increment(ref _runs);
            return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
        }
    }
}
