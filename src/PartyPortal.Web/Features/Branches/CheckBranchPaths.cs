using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartyPortal.Data;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Branches;

/// <summary>
/// What a viewer may reach is decided by the paths of branches, and these are a copy of who stands under whom. The job compares the two and
/// tells by log and health; it mends nothing, because a wrong path means that somebody wrote past the portal.
/// </summary>
[Display(Name = "Check the organisation tree")]
public sealed partial class CheckBranchPaths(ILogger<CheckBranchPaths> log) : IPortalJob, IHealthCheck
{
    private IReadOnlyList<int> _wrong = [];

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var rows = await db.Branches.Select(b => new { b.Id, b.Path, Parent = b.Parent!.Path }).ToListAsync();
        _wrong = [.. rows.Where(b => b.Path != Branch.PathUnder(b.Parent, b.Id)).Select(b => b.Id)];
        foreach (var id in _wrong) LogWrong(log, id);
    }

    /// <summary>Degraded and not unhealthy: the portal still serves, and whoever looks after it must look.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_wrong.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"Branches with a wrong path: {string.Join(", ", _wrong)}."));

    [LoggerMessage(Level = LogLevel.Error, Message = "The path of branch {Id} does not agree with its parent.")]
    private static partial void LogWrong(ILogger log, int id);
}
