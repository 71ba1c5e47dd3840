using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data.Access;
using PartyPortal.Data.People;
using PartyPortal.Data.Providers;

namespace PartyPortal.Data;

public static class DatabaseRegistration
{
    /// <summary>One database behind the portal, on the engine that the settings name.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="provider">Sqlite, SqlServer or PostgreSql.</param>
    /// <param name="connection">The connection string of that engine.</param>
    /// <param name="maxBatchSize">Statements in one round trip; some servers want 1. Null leaves the engine's own.</param>
    /// <exception cref="InvalidOperationException">The provider is none of the three.</exception>
    public static IServiceCollection AddPortalDb(this IServiceCollection services, string provider, string connection, int? maxBatchSize = null)
    {
        PinyinSetup.Use();
        services.AddSingleton<PortalChanges>();
        services.AddScoped<CurrentViewer>();
        return provider switch
        {
            "Sqlite" => services.AddEngine<SqlitePortalDb>(o => o.UseSqlite(connection).AddInterceptors(new SqlitePragmas()).ReplaceService<IMigrationsSqlGenerator, KeyOrderedTables>()),
            "SqlServer" => services.AddEngine<SqlServerPortalDb>(o => o.UseSqlServer(connection, s => { if (maxBatchSize is { } n) s.MaxBatchSize(n); })),
            "PostgreSql" => services.AddEngine<PostgreSqlPortalDb>(o => o.UseNpgsql(connection, s => { if (maxBatchSize is { } n) s.MaxBatchSize(n); })),
            _ => throw new InvalidOperationException($"Unknown database provider '{provider}'. Use Sqlite, SqlServer or PostgreSql."),
        };
    }

    private static IServiceCollection AddEngine<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> use) where TDb : PortalDb
    {
        services.AddPooledDbContextFactory<TDb>(options =>
        {
            use(options);
            options.ConfigureWarnings(w => w.Throw(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        });
        services.AddScoped<PortalDb>(scope =>
        {
            var db = scope.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext();
            db.Current = scope.GetRequiredService<CurrentViewer>();
            return db;
        });
        return services;
    }
}
