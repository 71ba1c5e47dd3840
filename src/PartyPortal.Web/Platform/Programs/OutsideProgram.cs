using System.ComponentModel;
using System.Diagnostics;

namespace PartyPortal.Web.Platform.Programs;

/// <summary>
/// A program of the machine that is started for one file and gone afterwards. It is given nothing of the portal's surroundings,
/// for there the database's password may stand, and has a while to finish before it is stopped with all that it started.
/// </summary>
internal sealed class OutsideProgram(string name, string? address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string? _path = Find(address ?? name);

    public bool IsInstalled => _path is not null;

    /// <returns>What it wrote to its output; null where it failed or took too long.</returns>
    public async Task<string?> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(_path ?? throw new InvalidOperationException($"{name} is not installed."), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (key, value) in new[] { ("PATH", Environment.GetEnvironmentVariable("PATH")), ("HOME", folder), ("TMPDIR", folder), ("LANG", "C.UTF-8") }) start.Environment[key] = value;

        using var program = Process.Start(start)!;
        StandBack(program);
        program.StandardInput.Close();
        program.ErrorDataReceived += (_, _) => { };
        program.BeginErrorReadLine();
        using var late = new CancellationTokenSource(Patience);
        try
        {
            var said = await program.StandardOutput.ReadToEndAsync(late.Token);
            await program.WaitForExitAsync(late.Token);
            return program.ExitCode == 0 ? said : null;
        }
        catch (OperationCanceledException)
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
            return null;
        }
    }

    /// <summary>Pages go first.</summary>
    private static void StandBack(Process program)
    {
        try
        {
            program.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }
    }

    private static string? Find(string name) => Path.IsPathRooted(name)
        ? Existing(name)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Existing(Path.Combine(folder, name)) ?? Existing(Path.Combine(folder, name + ".exe"))).FirstOrDefault(found => found is not null);

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
