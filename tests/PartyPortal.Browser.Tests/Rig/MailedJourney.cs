using System.Diagnostics;
using System.Text.RegularExpressions;
using MimeKit;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Browser.Tests.Rig;

/// <summary>A journey with a real SMTP server beside a portal of its own.</summary>
public abstract partial class MailedJourney(RunningPortal running) : IAsyncLifetime
{
    protected const string Address = "member@mail.example.edu";

    private readonly SmtpSink _smtp = new();
    private readonly List<Visitor> _visitors = [];
    private PortalProcess _portal = null!;

    protected async Task<Visitor> ArriveAsync(string? role, Device device)
    {
        var visitor = await Visitor.ArriveAsync(running.Browser, _portal.Address, device, ColorScheme.Light);
        _visitors.Add(visitor);
        if (role is not null) await visitor.SignInAsync(_portal.Accounts[role]);
        return visitor;
    }

    protected async Task ConfirmAddressAsync(Visitor member)
    {
        await member.OpenAsync("/account/email/edit");
        await member.Page.Locator("#Email").FillAsync(Address);
        await member.Page.Locator("main .btn-primary").ClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Link, new() { Name = "输入验证码" })).ToBeVisibleAsync();
        await member.LooksSoundAsync();
        var mail = await ArrivesAsync(m => m.Subject!.Contains("验证码", StringComparison.Ordinal));

        await member.Page.GetByRole(AriaRole.Link, new() { Name = "输入验证码" }).ClickAsync();
        await member.Page.Locator("#Code").FillAsync(Code().Match(mail.TextBody!).Value);
        await member.Page.Locator("main .btn-primary").ClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await member.LooksSoundAsync();
    }

    protected async Task<MimeMessage> ArrivesAsync(Func<MimeMessage, bool> sought)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(200))
        {
            if (_smtp.Received.FirstOrDefault(sought) is { } mail) return mail;
        }

        throw new TimeoutException($"No such e-mail among {string.Join(", ", _smtp.Received.Select(m => m.Subject))}.\n{_portal.Log}");
    }

    protected static string PathOf(string address) => new Uri(address).PathAndQuery;

    public async ValueTask InitializeAsync() => _portal = await PortalProcess.StartAsync([
        "--demo", .. PortalProcess.WithoutPrograms, "--today", "2027-03-01", "--Portal:Mail:Host=127.0.0.1", $"--Portal:Mail:Port={_smtp.Port}", "--Portal:Mail:Tls=None", "--Portal:Mail:From=portal@party.example.edu", "--Portal:PublicAddress=http://party.example.edu"]);

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors)
        {
            if (TestContext.Current.TestState?.Result is TestResult.Failed) await visitor.KeepEvidenceAsync();
            await visitor.LeaveAsync();
        }

        await _portal.DisposeAsync();
        _smtp.Dispose();
        Assert.Empty(_visitors.SelectMany(v => v.Troubles).Distinct());
        GC.SuppressFinalize(this);
    }

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){5}")]
    private static partial Regex Code();
}
