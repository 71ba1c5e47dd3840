using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

/// <summary>A notice on its way: written, sent back, mended, approved, received by e-mail, asked about and answered.</summary>
public sealed partial class NoticeJourney(RunningPortal running) : MailedJourney(running)
{
    private const string Wish = "请写明地点和联系人。";

    private readonly string _title = $"江边义务植树 {Guid.NewGuid():N}"[..14];

    [Fact]
    public async Task A_notice_sent_back_once_and_mended_reaches_who_follows_its_kind_in_the_e_mail_of_the_day()
    {
        var member = await ArriveAsync("member", Device.WeChat);
        await ConfirmAddressAsync(member);
        await FollowAsync(member);
        var secretary = await ArriveAsync("secretary", Device.Desktop);
        await HandInAsync(secretary);
        var reviewer = await ArriveAsync("general-branch-secretary", Device.Phone);

        await SendBackAsync(reviewer);
        await MendAsync(secretary);
        await ApproveAsync(reviewer, PathOf(secretary.Page.Url));

        var mail = await ArrivesAsync(m => m.TextBody!.Contains(_title, StringComparison.Ordinal));
        Assert.Equal(Address, mail.To.Mailboxes.Single().Address);
        Assert.Contains("您关注的通知有更新", mail.TextBody);
        Assert.Contains("List-Unsubscribe", mail.Headers.Select(h => h.Field));
        await member.OpenAsync(PathOf(Link().Match(mail.TextBody!).Value));
        await Expect(member.Page.GetByText("东门集合")).ToBeVisibleAsync();
        await AskAndAnswerAsync(member, secretary);
        await ReportAsync(await ArriveAsync(null, Device.Phone), member.Page.Url, secretary);
    }

    private static async Task FollowAsync(Visitor member)
    {
        await member.OpenAsync("/messages/subscriptions");
        await member.LooksSoundAsync();
        await member.Page.GetByLabel("活动").CheckAsync();
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "保存选择" }).ClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    private async Task HandInAsync(Visitor secretary)
    {
        await secretary.OpenAsync("/desk/notices/new");
        await secretary.Page.GetByLabel("标题").FillAsync(_title);
        await secretary.Page.GetByLabel("类别").SelectOptionAsync("Activity");
        await secretary.Page.GetByLabel("发布范围").SelectOptionAsync("Internet");
        await secretary.WriteRichTextAsync("周六上午义务植树，欢迎参加。");
        await secretary.Page.GetByLabel("允许读者提问").CheckAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await secretary.Page.GetByLabel("给审核人的话").FillAsync("请看看时间是否合适。");
        await secretary.LooksSoundAsync();
        await secretary.Page.Locator("#publish button").ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("须由另一人审核");
    }

    private async Task SendBackAsync(Visitor reviewer)
    {
        await reviewer.OpenAsync("/desk/notices/approvals");
        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = _title }).ClickAsync();
        await Expect(reviewer.Page.GetByText("请看看时间是否合适。")).ToBeVisibleAsync();
        await reviewer.LooksSoundAsync();
        await reviewer.Page.Locator("#Reason").FillAsync(Wish);
        await reviewer.Page.Locator("#return button").ClickAsync();
        await Expect(reviewer.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    private static async Task MendAsync(Visitor secretary)
    {
        await secretary.Page.ReloadAsync();
        await Expect(secretary.Page.Locator(".note-warn")).ToContainTextAsync(Wish);
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "编辑" }).ClickAsync();
        await secretary.WriteRichTextAsync("周六上午八点，东门集合，联系人见支部公告栏。");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存通知" }).ClickAsync();
        await secretary.Page.Locator("#publish button").ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("须由另一人审核");
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "历史版本" }).ClickAsync();
        await Expect(secretary.Page.Locator("#comparison ins").First).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GoBackAsync();
    }

    private static async Task ApproveAsync(Visitor reviewer, string notice)
    {
        await reviewer.OpenAsync(notice + "/review");
        await reviewer.Page.Locator("#approve button").ClickAsync();
        await Expect(reviewer.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    private static async Task AskAndAnswerAsync(Visitor member, Visitor secretary)
    {
        await member.Page.GetByLabel("您的问题").FillAsync("下雨还去吗？");
        await member.Page.Locator("#ask button").ClickAsync();
        await Expect(member.Page.GetByText("等待答复")).ToBeVisibleAsync();
        await member.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "读者提问" }).ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Heading, new() { Name = "读者提问" })).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "答复" }).First.ClickAsync();
        await secretary.Page.Locator("#Answer").FillAsync("小雨照常。");
        await secretary.LooksSoundAsync();
        await secretary.Page.Locator("main .btn-primary").ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await member.Page.ReloadAsync();
        await Expect(member.Page.GetByText("小雨照常。")).ToBeVisibleAsync();
    }

    private static async Task ReportAsync(Visitor stranger, string page, Visitor secretary)
    {
        await stranger.OpenAsync(PathOf(page));
        await stranger.Page.GetByRole(AriaRole.Link, new() { Name = "本页有问题" }).ClickAsync();
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Name = "本页有问题" })).ToBeVisibleAsync();
        await stranger.LooksSoundAsync();
        await stranger.Page.GetByLabel("内容过时").CheckAsync();
        await stranger.Page.Locator("main .btn-primary").ClickAsync();
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Name = "谢谢" })).ToBeVisibleAsync();
        await secretary.OpenAsync("/desk/problems");
        await secretary.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "内容过时" }).First.ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Heading, new() { Name = "页面问题详情" })).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();
    }

    [GeneratedRegex(@"http://party\.example\.edu/notices/[0-9]+")]
    private static partial Regex Link();
}
