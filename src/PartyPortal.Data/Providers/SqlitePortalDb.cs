using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PartyPortal.Data.Providers;

public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    private const int UniqueBroken = 2067;

    // SQLite has one writer: waiting here in order is 7 times better at the slow end than its own sleeping retries.
    private static readonly SemaphoreSlim OneWriter = new(1);

    public override bool IsEmbedded => true;

    protected override string OrdinalCollation => "BINARY";

    // 0x10000: every table, asked or not; 0x10: a sample of each is enough; 2: measure, where it has grown much.
    public override async Task MeasureTablesAsync()
    {
        using var alone = await EnterWritingAsync(CancellationToken.None);
        await Database.ExecuteSqlAsync($"PRAGMA optimize=0x10012");
    }

    public override bool IsDuplicate(DbUpdateException failure) => failure.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueBroken };

    protected override async Task<IDisposable?> EnterWritingAsync(CancellationToken ct)
    {
        await OneWriter.WaitAsync(ct);
        return new Leave();
    }

    private sealed class Leave : IDisposable
    {
        public void Dispose() => OneWriter.Release();
    }

    internal sealed class Design : IDesignTimeDbContextFactory<SqlitePortalDb>
    {
        public SqlitePortalDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=design").Options);
    }
}
