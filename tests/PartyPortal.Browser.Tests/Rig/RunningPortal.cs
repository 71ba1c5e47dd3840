[assembly: AssemblyFixture(typeof(RunningPortal))]

namespace PartyPortal.Browser.Tests.Rig;

/// <summary>The demo university, running once for all journeys, and the one browser that visits it.</summary>
public sealed class RunningPortal : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright _playwright = null!;
    private PortalProcess _process = null!;

    public IBrowser Browser { get; private set; } = null!;

    public Uri Address => _process.Address;

    public string Log => _process.Log;

    public IReadOnlyCollection<string> Roles => _process.Accounts.Keys;

    /// <param name="role">As the demo prints it, for instance <c>member</c> or <c>general-branch-secretary</c>.</param>
    public DemoAccount Account(string role) =>
        _process.Accounts.TryGetValue(role, out var account)
            ? account
            : throw new InvalidOperationException($"The demo printed no account for {role}.\n{Log}");

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(15_000);
        var starting = PortalProcess.StartAsync("--demo");
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
        _process = await starting;
    }

    private static string Chromium() =>
        Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (_process is not null) await _process.DisposeAsync();
    }
}
