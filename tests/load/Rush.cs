using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace PartyPortal.Load;

/// <summary>How long each answer took, in milliseconds, and how many came in a second.</summary>
internal sealed record Pace(double PerSecond, double P50, double P99, int Answers)
{
    public static Pace Of(IEnumerable<double> milliseconds, TimeSpan length)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0 ? new Pace(0, 0, 0, 0) : new Pace(sorted.Length / length.TotalSeconds, At(sorted, 0.5), At(sorted, 0.99), sorted.Length);
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}

/// <summary>Many readers at once, on loopback alone, for so long.</summary>
internal sealed class Rush : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 256 });

    /// <summary>Each reader asks again as soon as it was answered.</summary>
    /// <exception cref="InvalidOperationException">An answer was neither 200 nor 206.</exception>
    public async Task<Pace> ForAsync(TimeSpan length, int readers, Func<int, HttpRequestMessage> ask)
    {
        var took = new ConcurrentQueue<double>();
        var (since, asked) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Run(async () =>
        {
            while (since.Elapsed < length) took.Enqueue(await AskAsync(ask(Interlocked.Increment(ref asked))));
        })));
        return Pace.Of(took, since.Elapsed);
    }

    /// <summary>So many readers, each once, evenly over a time, whether or not those before them were answered.</summary>
    public async Task<Pace> SpreadAsync(TimeSpan length, int readers, Func<int, HttpRequestMessage> ask)
    {
        var (since, asks) = (Stopwatch.StartNew(), new List<Task<double>>());
        for (var i = 0; i < readers; i++)
        {
            if (length * i / readers - since.Elapsed is { Ticks: > 0 } early) await Task.Delay(early);
            asks.Add(AskAsync(ask(i)));
        }

        return Pace.Of(await Task.WhenAll(asks), since.Elapsed);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public void Dispose() => _http.Dispose();

    private async Task<double> AskAsync(HttpRequestMessage request)
    {
        var since = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await answer.Content.CopyToAsync(Stream.Null);
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent ? Stopwatch.GetElapsedTime(since).TotalMilliseconds : throw new InvalidOperationException($"{request.RequestUri} answers {(int)answer.StatusCode}.");
    }
}
