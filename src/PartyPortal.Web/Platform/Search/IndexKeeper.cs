using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Search;

namespace PartyPortal.Web.Platform.Search;

/// <summary>Keeps this instance's index: makes it where it is missing or damaged, and follows the changes of the database by itself, twice a second.</summary>
internal sealed partial class IndexKeeper(SearchIndex index, IEnumerable<IFindables> sources, IServiceScopeFactory scopes, TimeProvider clock, ILogger<IndexKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(10);

    // Longer than any save: numbers are given before the commit, so that a lower one may appear after a higher one.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);
    private const int OverlapOfNew = 1000;
    private const int AtOnce = 200;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<int> _seen = [];
    private int _floor;
    private IndexMark? _newest;
    private IndexMark? _aging;
    private DateTimeOffset _agedAt;

    /// <summary>Once: opens or makes the index where that is needed, and brings it up to date. Answers when to look again.</summary>
    public async Task<TimeSpan> KeepAsync(CancellationToken ct = default)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            // The index holds what anybody may find; each reader's share is read through the gate.
            using var system = scope.ServiceProvider.GetRequiredService<CurrentViewer>().ActAsSystem();
            await KeepAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), ct);
            return Pause;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException and not OperationCanceledException)
        {
            // The disk is full, the database away or not up to date: the keeper outlives that.
            LogTrouble(log, failure);
            return PauseAfterTrouble;
        }
        finally
        {
            _turn.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the thread that starts the portal: to make an index takes minutes.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(await KeepAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task KeepAsync(PortalDb db, CancellationToken ct)
    {
        if (!index.IsWhole()) await OpenAsync(db, ct);
        try
        {
            await FollowAsync(db, ct);
            Age();
        }
        catch (IOException)
        {
            index.Close();
            throw;
        }

        index.Complete();
    }

    private async Task OpenAsync(PortalDb db, CancellationToken ct)
    {
        index.Close();
        _seen.Clear();
        if (index.Open() is { } mark && await db.SearchChanges.AnyAsync(c => c.Id == mark.Id && c.Stamp == mark.Stamp, ct)) (_floor, _newest) = (mark.Id, mark);
        else await MakeAsync(db, ct);

        // An index of an older portal has its help.
        foreach (var source in sources.Where(s => s.ComesWithThePortal)) await TakeAsync(db, source, await source.IdsAsync(db), ct);
        (_aging, _agedAt) = (null, clock.GetUtcNow());
    }

    private async Task MakeAsync(PortalDb db, CancellationToken ct)
    {
        LogMaking(log);
        _newest = await db.SearchChanges.OrderByDescending(c => c.Id).Select(c => new IndexMark(c.Id, c.Stamp)).FirstOrDefaultAsync(ct);
        _floor = Math.Max(0, (_newest?.Id ?? 0) - OverlapOfNew);
        index.Clear();
        foreach (var source in sources)
            foreach (var ids in (await source.IdsAsync(db)).Chunk(AtOnce)) await TakeAsync(db, source, ids, ct);

        // Minutes of work are kept at once, up to where nothing can still appear.
        var settled = await db.SearchChanges.Where(c => c.Id <= _floor).OrderByDescending(c => c.Id).Select(c => new IndexMark(c.Id, c.Stamp)).FirstOrDefaultAsync(ct);
        if (settled is not null) index.Commit(settled);
    }

    private async Task FollowAsync(PortalDb db, CancellationToken ct)
    {
        var changes = await db.SearchChanges.Where(c => c.Id > _floor).OrderBy(c => c.Id).Select(c => new { c.Id, c.Kind, c.RowId, c.Stamp }).ToListAsync(ct);
        var unseen = changes.Where(c => !_seen.Contains(c.Id)).ToList();
        if (unseen.Count > 0)
        {
            foreach (var source in sources) await TakeAsync(db, source, unseen.Where(c => c.Kind == source.Kind).Select(c => c.RowId), ct);
            foreach (var branch in unseen.Where(c => c.Kind is SearchKind.Branch).Select(c => c.RowId).Distinct())
                foreach (var source in sources) await TakeAsync(db, source, await source.IdsOfBranchAsync(db, branch), ct);

            _seen.UnionWith(unseen.Select(c => c.Id));
            if (unseen[^1].Id > (_newest?.Id ?? 0)) _newest = new IndexMark(unseen[^1].Id, unseen[^1].Stamp);
        }

        index.Show();
    }

    /// <summary>Puts what is to be read, and takes away what is not any more.</summary>
    private async Task TakeAsync(PortalDb db, IFindables source, IEnumerable<int> ids, CancellationToken ct)
    {
        foreach (var chunk in ids.Distinct().Chunk(AtOnce))
        {
            ct.ThrowIfCancellationRequested();
            var rows = await source.ReadAsync(db, chunk);
            rows.ForEach(row => index.Put(source.Kind, row));
            foreach (var gone in chunk.Except(rows.Select(row => row.Id))) index.Remove(source.Kind, gone);
        }
    }

    /// <summary>What was the newest change an overlap ago is now old enough: nothing before it can still appear.</summary>
    private void Age()
    {
        var now = clock.GetUtcNow();
        if (now - _agedAt < Overlap) return;

        if (_aging is { } old && old.Id > _floor)
        {
            _floor = old.Id;
            _seen.RemoveWhere(id => id <= _floor);
            index.Commit(old);
        }

        (_aging, _agedAt) = (_newest, now);
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index is made from the database.")]
    private static partial void LogMaking(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index cannot be kept up to date. It is tried again in a moment.")]
    private static partial void LogTrouble(ILogger log, Exception failure);
}
