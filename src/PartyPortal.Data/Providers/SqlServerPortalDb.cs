using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PartyPortal.Data.Providers;

public sealed class SqlServerPortalDb(DbContextOptions<SqlServerPortalDb> options) : PortalDb(options)
{
    private const int UniqueConstraintBroken = 2627;
    private const int UniqueIndexBroken = 2601;

    protected override string OrdinalCollation => "Latin1_General_100_BIN2";

    public override bool IsDuplicate(DbUpdateException failure) => failure.InnerException is SqlException { Number: UniqueConstraintBroken or UniqueIndexBroken };

    protected override Task TakeTurnAsync(string turn, CancellationToken ct) => Database.ExecuteSqlAsync(
        $"DECLARE @turn int; EXEC @turn = sp_getapplock @Resource = {turn}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = -1; IF @turn < 0 THROW 50000, 'The turn to write was not given.', 1;", ct);

    internal sealed class Design : IDesignTimeDbContextFactory<SqlServerPortalDb>
    {
        public SqlServerPortalDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer("Server=design").Options);
    }
}
