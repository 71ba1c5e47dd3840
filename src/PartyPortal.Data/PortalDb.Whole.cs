namespace PartyPortal.Data;

public abstract partial class PortalDb
{
    private List<object>? _touchedInWhole;

    /// <summary>
    /// Several saves in one transaction: all of them or none. The turn to write is waited for before it begins, as each save does: whoever held the file and
    /// then waited for the turn, while another held the turn and waited for the file, would wait for ever.
    /// </summary>
    public async Task WholeAsync(Func<Task> saves, CancellationToken ct = default)
    {
        List<object> touched = [];
        using (await EnterWritingAsync(ct))
        {
            await using var transaction = await Database.BeginTransactionAsync(ct);
            _touchedInWhole = touched;
            try
            {
                await saves();
                await transaction.CommitAsync(ct);
            }
            finally
            {
                _touchedInWhole = null;
            }
        }

        Forget(touched);
    }

    /// <summary>
    /// The same for what is decided by rows that somebody else may be saving in this moment: whoever names the same turn goes one after the other and reads what
    /// those before have saved. Where the engine has one writer, its turn is enough.
    /// </summary>
    public Task WholeAsync(string turn, Func<Task> saves, CancellationToken ct = default) => WholeAsync(async () => { await TakeTurnAsync(turn, ct); await saves(); }, ct);

    /// <summary>Until the transaction ends.</summary>
    protected virtual Task TakeTurnAsync(string turn, CancellationToken ct) => Task.CompletedTask;
}
