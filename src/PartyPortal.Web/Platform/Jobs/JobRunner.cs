using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Jobs;

namespace PartyPortal.Web.Platform.Jobs;

/// <summary>
/// Runs each kind of work when it is due, under a lease: of several instances one takes it. A job that fails does not hold up
/// the others; a job whose instance died is taken up again when its lease ends.
/// </summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, IEnumerable<IPortalJob> jobs, JobBell bell, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, IPortalJob> _kinds = jobs.ToDictionary(j => j.GetType().Name);

    /// <summary>Once through all that is due.</summary>
    public async Task RunDueAsync()
    {
        foreach (var job in await DueAsync())
        {
            var lease = Guid.NewGuid();
            if (await TryChangeAsync(job.Id, job.Version, j => j.Take(lease, clock.UtcNow()))) await RunAsync(job, lease);
        }
    }

    /// <summary>An embedded database has one process: whoever held a lease before this start was killed.</summary>
    public Task FreeAsync() => InScopeAsync(async db =>
    {
        if (!db.IsEmbedded) return 0;

        foreach (var job in await db.Jobs.Where(j => j.State == JobState.Running).ToListAsync()) job.Free(clock.UtcNow());
        return await db.SaveChangesAsync();
    });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var isFirst = true; !stoppingToken.IsCancellationRequested; await bell.WaitAsync(Pause, stoppingToken))
        {
            try
            {
                if (isFirst) await FreeAsync();
                isFirst = false;
                await RunDueAsync();
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // The database is away or not up to date: the runner outlives that.
                LogTrouble(log, failure);
            }
        }
    }

    /// <summary>The rows that are due; kinds that are new get theirs, kinds that are gone are left alone.</summary>
    private Task<List<Job>> DueAsync() => InScopeAsync(async db =>
    {
        var (now, kinds) = (clock.UtcNow(), _kinds.Keys.ToList());
        var known = await db.Jobs.AsNoTracking().Where(j => kinds.Contains(j.Kind)).ToListAsync();
        foreach (var kind in kinds.Except(known.Select(j => j.Kind))) known.Add(await AddAsync(db, new Job(kind, now)));
        return known.Where(j => j.DueAt <= now).OrderBy(j => j.DueAt).ToList();
    });

    private static async Task<Job> AddAsync(PortalDb db, Job job)
    {
        try
        {
            db.Add(job);
            await db.SaveChangesAsync();
            return job;
        }
        catch (DbUpdateException taken) when (db.IsDuplicate(taken))
        {
            db.ChangeTracker.Clear();
            return await db.Jobs.AsNoTracking().SingleAsync(j => j.Kind == job.Kind);
        }
    }

    private async Task RunAsync(Job job, Guid lease)
    {
        using var alive = new CancellationTokenSource();
        var heart = BeatAsync(job.Id, lease, alive.Token);
        try
        {
            await InScopeAsync(async db => { await _kinds[job.Kind].RunAsync(db, clock.UtcNow()); return 0; });
            await TryEndAsync(job.Id, lease, j => j.Finish(clock.UtcNow(), _kinds[job.Kind].Every));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogFailure(log, failure, job.Kind);
            await TryEndAsync(job.Id, lease, j => j.Fail(failure.GetType().Name, clock.UtcNow()));
        }

        await alive.CancelAsync();
        await heart;
    }

    /// <summary>While the work goes on, its lease is renewed well before its end.</summary>
    private async Task BeatAsync(int id, Guid lease, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Job.Lease / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ended)) await TryEndAsync(id, lease, j => j.Hold(clock.UtcNow()));
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }

    /// <summary>Changes the row while the lease is ours; where it was lost, the new holder's word counts.</summary>
    private Task TryEndAsync(int id, Guid lease, Action<Job> change) => InScopeAsync(async db =>
        await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id) is { } now && now.Holder == lease && await TryChangeAsync(id, now.Version, change));

    private Task<bool> TryChangeAsync(int id, Guid version, Action<Job> change) => InScopeAsync(async db =>
    {
        try
        {
            var job = await db.Jobs.SingleAsync(j => j.Id == id);
            // Seen already that somebody was faster; the token below says so where that happens from here on.
            if (job.Version != version) return false;

            db.Expect(job, version);
            change(job);
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    });

    private async Task<T> InScopeAsync<T>(Func<PortalDb, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        // Nobody asked for this work: it is the portal's own.
        using var system = scope.ServiceProvider.GetRequiredService<CurrentViewer>().ActAsSystem();
        return await act(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed and runs again later.")]
    private static partial void LogFailure(ILogger log, Exception failure, string job);

    [LoggerMessage(Level = LogLevel.Error, Message = "The jobs cannot be looked up. They are looked for again in a moment.")]
    private static partial void LogTrouble(ILogger log, Exception failure);
}
