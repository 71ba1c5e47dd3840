using System.Text.RegularExpressions;
using MimeKit;

namespace PartyPortal.Browser.Tests;

/// <summary>From the own address to the e-mail of the day, with a real SMTP server beside a portal of its own.</summary>
public sealed partial class MailJourney(RunningPortal running) : MailedJourney(running)
{
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
        await Expect(secretary.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("须由另一人审核");

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

    [GeneratedRegex(@"http://party\.example\.edu/notices/[0-9]+")]
    private static partial Regex Link();
}
