using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Jobs;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>The portal as a process of its own, on the database and the data folder of a test, whose work goes on beside the test until it is killed.</summary>
public sealed class PortalProcess : IDisposable
{
    private readonly Portal _portal;
    private readonly Process _process;
    private readonly ConcurrentQueue<string?> _said = [];

    private PortalProcess(Portal portal, ProcessStartInfo start)
    {
        _portal = portal;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data);
        _process.BeginOutputReadLine();
    }

    public string Said => string.Join('\n', _said);

    /// <summary>Null while it runs.</summary>
    public int? EndedWith => _process.HasExited ? _process.ExitCode : null;

    public static PortalProcess Start(Portal portal)
    {
        var web = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/PartyPortal.Web"));
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = web, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(web, "bin", output.Parent!.Name, output.Name, "PartyPortal.Web.dll"));
        foreach (var (key, value) in portal.Settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Database__Provider"] = portal.Engine.Provider;
        start.Environment["Database__Connection"] = portal.Engine.Connection;
        start.Environment["Portal__DataFolder"] = portal.DataFolder;
        return new PortalProcess(portal, start);
    }

    /// <summary>As -9 does. On a server another instance takes the work up when its lease ends, after five minutes: they pass here. The embedded database frees it at the start.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _portal.InDbAsync(async db =>
        {
            if (db.IsEmbedded) return;

            foreach (var job in await db.Jobs.Where(j => j.State == JobState.Running).ToListAsync()) job.Hold(TimeProvider.System.GetUtcNow().UtcDateTime - Job.Lease);
            await db.SaveChangesAsync();
        });
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
