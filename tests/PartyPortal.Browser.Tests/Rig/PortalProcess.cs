using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PartyPortal.Browser.Tests.Rig;

/// <summary>The built portal, started as a person starts it, in a data folder of its own.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    /// <summary>Without the programs that make pages of study files: jobs wait for them, and what they make comes when it comes.</summary>
    public static readonly string[] WithoutPrograms = ["--Portal:Programs:LibreOffice=/none", "--Portal:Programs:Ffprobe=/none"];

    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);

    private readonly string _dataFolder = Directory.CreateTempSubdirectory("portal-browser-").FullName;
    private readonly StringBuilder _log = new();
    private readonly string[] _arguments;
    private Process _process;

    public Uri Address { get; }

    /// <summary>Role to account, as the demo prints them.</summary>
    public Dictionary<string, DemoAccount> Accounts { get; } = [];

    public string Log
    {
        get { lock (_log) return _log.ToString(); }
    }

    private PortalProcess(string[] arguments)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _arguments = arguments;
        _process = NewProcess();
    }

    /// <summary>The files that the portal keeps for good.</summary>
    public string[] KeptFiles() => [.. Directory.EnumerateFiles(FilesFolder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("incoming", StringComparison.Ordinal))];

    /// <summary>How much of unfinished files has come.</summary>
    public long IncomingBytes() => Directory.EnumerateFiles(Path.Combine(FilesFolder, "incoming")).Sum(f => new FileInfo(f).Length);

    private string FilesFolder => Path.Combine(_dataFolder, "files");

    private Process NewProcess()
    {
        var web = Path.Combine(Repository.Root, "src", "PartyPortal.Web");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])[Repository.Built("PartyPortal.Web.dll", web), .. _arguments])
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["Portal__DataFolder"] = _dataFolder;

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        return process;
    }

    /// <exception cref="InvalidOperationException">It ended, or was not ready in time; the message holds its log.</exception>
    public static async Task<PortalProcess> StartAsync(params string[] arguments)
    {
        var portal = new PortalProcess(arguments);
        await portal.RunAsync();
        return portal;
    }

    /// <summary>Stops it as a power cut would: nothing is finished, nothing tidied.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>After a kill, at the same address and on the same data.</summary>
    public async Task StartAgainAsync()
    {
        _process.Dispose();
        _process = NewProcess();
        await RunAsync();
    }

    private async Task RunAsync()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await BecomesReadyAsync();
    }

    private async Task BecomesReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var since = Stopwatch.StartNew();
        while (since.Elapsed < StartsWithin && !_process.HasExited)
        {
            if (await IsReadyAsync(client)) return;
            await Task.Delay(200);
        }

        var log = Log;
        await DisposeAsync();
        throw new InvalidOperationException($"The portal was not ready at {Address} after {since.Elapsed.TotalSeconds:F0} s.\n{log}");
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_log) _log.AppendLine(line);

        if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["demo:", var role, var user, var password])
            lock (Accounts) Accounts[role] = new DemoAccount(user, password);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_dataFolder, recursive: true);
    }
}

public sealed record DemoAccount(string UserName, string Password);
