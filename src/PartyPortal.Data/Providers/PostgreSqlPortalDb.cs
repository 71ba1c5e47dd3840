using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace PartyPortal.Data.Providers;

public sealed class PostgreSqlPortalDb(DbContextOptions<PostgreSqlPortalDb> options) : PortalDb(options)
{
    protected override string OrdinalCollation => "C";

    public override bool IsDuplicate(DbUpdateException failure) => failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override Task TakeTurnAsync(string turn, CancellationToken ct) => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({turn}, 0))", ct);

    internal sealed class Design : IDesignTimeDbContextFactory<PostgreSqlPortalDb>
    {
        public PostgreSqlPortalDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlPortalDb>().UseNpgsql("Host=design").Options);
    }
}
