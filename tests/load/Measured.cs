using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PartyPortal.Load;

/// <summary>A server that runs as a process of its own, with what it has used.</summary>
internal sealed class Measured : IAsyncDisposable
{
    private static readonly string? DatabaseServer = Environment.GetEnvironmentVariable("PORTAL_LOAD_POSTGRES_PID");

    private readonly Process _process;
    private readonly bool _asksDatabaseServer;

    private Measured(Process process, Uri address, bool asksDatabaseServer) => (_process, Address, _asksDatabaseServer) = (process, address, asksDatabaseServer);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first page.</summary>
    public TimeSpan FirstPageAfter { get; private set; }

    public double ResidentMb
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024d / 1024;
        }
    }

    /// <summary>User and system time so far; with that of the database server's processes where it asks one.</summary>
    public TimeSpan Cpu => Of(_process.Id) + (_asksDatabaseServer && DatabaseServer is { } server ? Children(server).Aggregate(TimeSpan.Zero, (sum, id) => sum + Of(id)) : TimeSpan.Zero);

    /// <param name="dll">What dotnet runs; "{port}" in its arguments is where it is to listen.</param>
    /// <exception cref="InvalidOperationException">It ended before it answered.</exception>
    public static async Task<Measured> StartAsync(string dll, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, string page, bool asksDatabaseServer)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(dll)! };
        foreach (var argument in arguments.Prepend(dll)) start.ArgumentList.Add(argument.Replace("{port}", port, StringComparison.Ordinal));
        foreach (var (key, value) in settings) start.Environment[key] = value;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";

        var since = Stopwatch.StartNew();
        var server = new Measured(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"), asksDatabaseServer);
        server._process.OutputDataReceived += (_, _) => { };
        server._process.BeginOutputReadLine();
        await server.AnswersAsync(page);
        server.FirstPageAfter = since.Elapsed;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task AnswersAsync(string page)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (!_process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(page);
                if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        throw new InvalidOperationException($"It ended with {_process.ExitCode}: {await _process.StandardError.ReadToEndAsync()}");
    }

    private static TimeSpan Of(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.TotalProcessorTime;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }

    private static IEnumerable<int> Children(string id) =>
        File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
