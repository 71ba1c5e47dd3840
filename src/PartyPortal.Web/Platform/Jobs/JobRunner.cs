using PartyPortal.Data;
using PartyPortal.Data.Access;

namespace PartyPortal.Web.Platform.Jobs;

/// <summary>Regular work without a person. Running it twice does it once.</summary>
public interface IPortalJob
{
    Task RunAsync(PortalDb db, DateTime now);
}

/// <summary>Runs each job every half minute; a job that fails does not hold up the others.</summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, IEnumerable<IPortalJob> jobs, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var job in jobs) await RunAsync(job);
        }
    }

    private async Task RunAsync(IPortalJob job)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            // Nobody asked for this work: it is the portal's own.
            using var system = scope.ServiceProvider.GetRequiredService<CurrentViewer>().ActAsSystem();
            await job.RunAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), clock.UtcNow());
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogFailure(log, failure, job.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed and runs again later.")]
    private static partial void LogFailure(ILogger log, Exception failure, string job);
}
