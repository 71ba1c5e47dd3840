namespace PartyPortal.Web.Platform.Jobs;

/// <summary>Wakes the runner for work that somebody waits for. Another instance finds it at its next look.</summary>
public sealed class JobBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Until it rings, or the pause is over.</summary>
    public Task WaitAsync(TimeSpan pause, CancellationToken stopping) => _rung.WaitAsync(pause, stopping);

    public void Dispose() => _rung.Dispose();
}
