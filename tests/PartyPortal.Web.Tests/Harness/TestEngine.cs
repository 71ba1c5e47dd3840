using Microsoft.Data.SqlClient;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>The engine is a property of the run: PORTAL_TEST_DATABASE and PORTAL_TEST_CONNECTION. Each host has a database of its own.</summary>
public sealed record TestEngine(string Provider, string Connection, string Database)
{
    public static TestEngine FromEnvironment()
    {
        var provider = Environment.GetEnvironmentVariable("PORTAL_TEST_DATABASE") ?? "Sqlite";
        var server = Environment.GetEnvironmentVariable("PORTAL_TEST_CONNECTION");
        var name = "portal_" + Guid.NewGuid().ToString("N")[..12];
        return provider switch
        {
            "Sqlite" => new(provider, $"Data Source={Path.Combine(Path.GetTempPath(), name + ".db")}", name),
            // Dozens of hosts, each with a pool: what one does not use any more is soon free for the others.
            "PostgreSql" when server is not null => new(provider, $"{server};Database={name};Connection Idle Lifetime=10;Connection Pruning Interval=5", name),
            "SqlServer" when server is not null => new(provider, $"{server};Database={name}", name),
            _ => throw new InvalidOperationException($"PORTAL_TEST_CONNECTION is needed for {provider}."),
        };
    }

    /// <summary>PostgreSQL and SQLite make their database while migrating; some SQL Server-compatible servers want it made before.</summary>
    public async Task PrepareAsync()
    {
        if (Provider != "SqlServer") return;

        await using var master = new SqlConnection(new SqlConnectionStringBuilder(Connection) { InitialCatalog = "master" }.ConnectionString);
        await master.OpenAsync();
        await using var create = new SqlCommand($"CREATE DATABASE {Database}", master);
        await create.ExecuteNonQueryAsync();
    }
}
