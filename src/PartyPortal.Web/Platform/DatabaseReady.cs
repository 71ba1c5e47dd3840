using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartyPortal.Data;

namespace PartyPortal.Web.Platform;

/// <summary>Red until the database answers and every migration is applied.</summary>
internal sealed class DatabaseReady(PortalDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.PendingMigrationsAsync(cancellationToken) is { Count: 0 } ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Migrations are pending: run the migrate command.");
}
