using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>How passwords are hashed, and how much of it at a time. Bound from <c>Portal:Hashing</c>.</summary>
public sealed record HashingSettings
{
    /// <summary>Rounds of PBKDF2-HMAC-SHA512. More of them take effect for each account at its next sign-in.</summary>
    public int Iterations { get; init; } = 100_000;

    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>How many wait in line; at 122 ms each, a hundred for each core are a quarter of a minute.</summary>
    public int Waiting { get; init; } = 100 * Environment.ProcessorCount;
}

/// <summary>
/// A password costs a core 122 ms. A thousand people who sign in at eight o'clock wait here in order, so that pages find a core free;
/// when the line is too long the next one is told to come again.
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    private readonly PasswordHasher<Account> _hasher;
    private readonly ConcurrencyLimiter _turns;
    private readonly Lazy<string> _nobodys;

    public PasswordHashing(IOptions<HashingSettings> settings)
    {
        _hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = settings.Value.Iterations }));
        _turns = new ConcurrencyLimiter(new() { PermitLimit = settings.Value.AtOnce, QueueLimit = settings.Value.Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        _nobodys = new Lazy<string>(() => _hasher.HashPassword(new Account(), Guid.NewGuid().ToString()));
    }

    /// <exception cref="TooBusyException">Too many are waiting already.</exception>
    public Task<string> HashAsync(Account account, string secret) => InTurnAsync(() => _hasher.HashPassword(account, secret));

    /// <summary>Compares with a hash. Where there is none it compares with nobody's, so that an unknown name costs as much as a known one.</summary>
    /// <exception cref="TooBusyException">Too many are waiting already.</exception>
    public Task<PasswordVerificationResult> VerifyAsync(string? hash, string secret) =>
        InTurnAsync(() => _hasher.VerifyHashedPassword(new Account(), hash ?? _nobodys.Value, secret));

    public void Dispose() => _turns.Dispose();

    internal async Task<T> InTurnAsync<T>(Func<T> work)
    {
        using var turn = await _turns.AcquireAsync();
        if (!turn.IsAcquired) throw new TooBusyException();

        // On a thread of its own: the pool has one for each core, and pages would wait there behind the hashes.
        return await Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
