using System.Diagnostics;
using System.Text.RegularExpressions;
using MimeKit;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Browser.Tests;

/// <summary>From the own address to the e-mail of the day, with a real SMTP server beside a portal of its own.</summary>
public sealed partial class MailJourney(RunningPortal running) : IAsyncLifetime
{
    private const string Address = "member@mail.example.edu";

    private readonly SmtpSink _smtp = new();
    private readonly List<Visitor> _visitors = [];
    private PortalProcess _portal = null!;

    [Fact]
    public async Task A_notice_through_review_reaches_a_member_in_the_e_mail_of_the_day()
    {
        var title = $"公开讲座 {Guid.NewGuid():N}"[..14];
        var member = await ArriveAsync("member", Device.WeChat);
        await ConfirmAddressAsync(member);
        await ChooseDailyAsync(member);

        await PublishAsync(title);
        var mail = await ArrivesAsync(m => m.TextBody!.Contains(title, StringComparison.Ordinal));

        Assert.Equal(Address, mail.To.Mailboxes.Single().Address);
        Assert.Contains("请确认", mail.Subject);
        await member.OpenAsync(PathOf(Link().Match(mail.TextBody!).Value));
        await Expect(member.Page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await UnsubscribeAsync(mail);
        await TheAdministratorSeesItAsync();
    }

    private async Task ConfirmAddressAsync(Visitor member)
    {
        await member.OpenAsync("/account/email/edit");
        await member.Page.Locator("#Email").FillAsync(Address);
        await member.Page.Locator("main .btn-primary").ClickAsync();
        await member.LooksSoundAsync();
        var mail = await ArrivesAsync(m => m.Subject!.Contains("验证码", StringComparison.Ordinal));

        await member.Page.GetByRole(AriaRole.Link, new() { Name = "输入验证码" }).ClickAsync();
        await member.Page.Locator("#Code").FillAsync(Code().Match(mail.TextBody!).Value);
        await member.Page.Locator("main .btn-primary").ClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await member.LooksSoundAsync();
    }

    private static async Task ChooseDailyAsync(Visitor member)
    {
        await member.OpenAsync("/messages/choices");
        await member.LooksSoundAsync();
        await member.Page.GetByRole(AriaRole.Group, new() { Name = "需要我确认的通知" }).GetByLabel("每天汇总一次").CheckAsync();
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "保存选择" }).ClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    private async Task PublishAsync(string title)
    {
        var secretary = await ArriveAsync("secretary", Device.Desktop);
        await secretary.OpenAsync("/desk/notices/new");
        await secretary.Page.GetByLabel("标题").FillAsync(title);
        await secretary.Page.GetByLabel("发布范围").SelectOptionAsync("Internet");
        await secretary.WriteRichTextAsync("周五晚七点，综合楼 305，欢迎旁听。");
        await secretary.Page.GetByLabel("请读者确认已阅").CheckAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await secretary.Page.Locator("#publish button").ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        var office = await ArriveAsync("organisation-office", Device.Desktop);
        await office.OpenAsync(PathOf(secretary.Page.Url) + "/review");
        await office.Page.Locator("#approve button").ClickAsync();
        await Expect(office.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    private async Task UnsubscribeAsync(MimeMessage mail)
    {
        var stranger = await ArriveAsync(null, Device.Phone);
        await stranger.OpenAsync(PathOf(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')));
        await stranger.LooksSoundAsync();
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "停止发送" }).ClickAsync();
        await Expect(stranger.Page.GetByText("今后不再就此发送邮件")).ToBeVisibleAsync();
    }

    private async Task TheAdministratorSeesItAsync()
    {
        var administrator = await ArriveAsync("system-administrator", Device.Desktop);
        await administrator.OpenAsync("/admin/deliveries?state=Sent");
        await Expect(administrator.Page.GetByText("m***@mail.example.edu").First).ToBeVisibleAsync();
        await administrator.LooksSoundAsync();
    }

    private async Task<Visitor> ArriveAsync(string? role, Device device)
    {
        var visitor = await Visitor.ArriveAsync(running.Browser, _portal.Address, device, ColorScheme.Light);
        _visitors.Add(visitor);
        if (role is not null) await visitor.SignInAsync(_portal.Accounts[role]);
        return visitor;
    }

    private async Task<MimeMessage> ArrivesAsync(Func<MimeMessage, bool> sought)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(200))
        {
            if (_smtp.Received.FirstOrDefault(sought) is { } mail) return mail;
        }

        throw new TimeoutException($"No such e-mail among {string.Join(", ", _smtp.Received.Select(m => m.Subject))}.\n{_portal.Log}");
    }

    private static string PathOf(string address) => new Uri(address).PathAndQuery;

    public async ValueTask InitializeAsync() => _portal = await PortalProcess.StartAsync(
        "--demo", "--today", "2027-03-01", "--Portal:Mail:Host=127.0.0.1", $"--Portal:Mail:Port={_smtp.Port}", "--Portal:Mail:Tls=None", "--Portal:Mail:From=portal@party.example.edu", "--Portal:PublicAddress=http://party.example.edu");

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
    }

    [GeneratedRegex(@"http://party\.example\.edu/notices/[0-9]+")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){5}")]
    private static partial Regex Code();
}
