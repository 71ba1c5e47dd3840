namespace PartyPortal.Browser.Tests;

public sealed class SupportJourney(RunningPortal portal) : Journey(portal)
{
    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_member_asks_the_support_desk_and_reads_the_answer(string device)
    {
        var question = $"资料里的视频打不开 {Guid.NewGuid():N}"[..18];
        var member = await SignInAsAsync("member", Device.Named(device));
        await member.OpenAsync("/help/study");
        await member.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "问服务台" }).ClickAsync();
        await member.LooksSoundAsync();
        await member.Page.GetByLabel("您的问题").FillAsync(question);
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "提交提问" }).ClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(question);
        await member.LooksSoundAsync();

        var desk = await SignInAsAsync("system-administrator", Device.Desktop);
        await desk.OpenAsync("/desk/tickets");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = question }).ClickAsync();
        await desk.LooksSoundAsync();
        await desk.Page.GetByLabel("答复").FillAsync("换一个网络再试，学校图书馆的可以。");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "提交答复" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        await member.OpenAsync("/help/tickets");
        await member.LooksSoundAsync();
        await member.Page.GetByRole(AriaRole.Link, new() { Name = question }).ClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("换一个网络再试");
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "已经解决" }).ClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Inside_WeChat_a_sentence_says_how_to_print_and_to_save_a_file_and_nowhere_else()
    {
        var (wechat, phone) = (await VisitAsync(Device.WeChat), await VisitAsync(Device.Phone));
        await wechat.OpenAsync("/help/manual/everybody");
        await Expect(Hint(wechat)).ToBeVisibleAsync();
        await wechat.LooksSoundAsync();
        await wechat.OpenAsync("/help/account");
        await Expect(Hint(wechat)).ToBeHiddenAsync();
        await wechat.OpenAsync("/feedback");
        await Expect(Hint(wechat)).ToBeVisibleAsync();

        await phone.OpenAsync("/help/manual/everybody");
        await Expect(Hint(phone)).ToBeHiddenAsync();
    }

    private static ILocator Hint(Visitor visitor) => visitor.Page.Locator("#wechat-hint");
}
