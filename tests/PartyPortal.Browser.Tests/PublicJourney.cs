using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

public sealed class PublicJourney(RunningPortal portal) : Journey(portal)
{
    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_stranger_reads_a_notice_writes_without_a_name_and_reads_the_answer_by_the_code(string device)
    {
        var stranger = await VisitAsync(Device.Named(device));
        await ReadNoticeAsync(stranger);
        var text = $"自习室三楼的灯坏了（{device}）";

        var code = await WriteAsync(stranger, text);
        await AnswerAsync(text, "已经报修，三天内换好。");

        await stranger.OpenAsync("/feedback/receipt");
        await stranger.LooksSoundAsync();
        await stranger.Page.GetByLabel("回执编号").FillAsync(code);
        await stranger.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await Expect(stranger.Page.GetByText("已经报修，三天内换好。")).ToBeVisibleAsync();
        await stranger.LooksSoundAsync();
    }

    [Fact]
    public async Task A_stranger_writes_in_English_and_is_warned_when_the_text_tells_who_wrote_it()
    {
        var stranger = await VisitAsync(Device.Desktop);
        await stranger.OpenInEnglishAsync("/feedback");
        await stranger.Page.GetByLabel("What is it?").SelectOptionAsync("Praise");
        await ChooseBranchAsync(stranger);
        await stranger.Page.GetByLabel("Your message").FillAsync("Thank you for the hot water. 13812345678");

        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "Send the message" }).ClickAsync();
        await Expect(stranger.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("13812345678");
        await stranger.LooksSoundAsync();
        await stranger.Page.GetByLabel("Send the text as it is").CheckAsync();
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "Send the message" }).ClickAsync();

        await Expect(stranger.Page.Locator("#receipt-code")).ToHaveTextAsync(new Regex("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$"));
        await stranger.LooksSoundAsync();
    }

    private static async Task ReadNoticeAsync(Visitor stranger)
    {
        await stranger.OpenAsync("/notices");
        await stranger.Page.GetByRole(AriaRole.Link, new() { Name = "党建门户上线试运行公告" }).First.ClickAsync();
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("党建门户上线试运行公告");
        await stranger.LooksSoundAsync();

        var attachment = await stranger.Page.RunAndWaitForDownloadAsync(() => stranger.Page.GetByRole(AriaRole.Link, new() { Name = "党建门户使用说明" }).ClickAsync());
        Assert.Equal("党建门户使用说明.txt", attachment.SuggestedFilename);
        Assert.Contains("门户不设积分和排名", await File.ReadAllTextAsync(await attachment.PathAsync()), StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(Visitor stranger, string text)
    {
        await stranger.OpenAsync("/feedback");
        await Expect(stranger.Page.GetByText("校园网")).ToBeVisibleAsync();
        await stranger.Page.GetByLabel("反馈类型").SelectOptionAsync("Problem");
        await ChooseBranchAsync(stranger);
        await stranger.Page.GetByLabel("反馈内容").FillAsync(text);
        await stranger.LooksSoundAsync();
        await stranger.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();

        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Name = "您的意见已收到" })).ToBeVisibleAsync();
        await stranger.LooksSoundAsync();
        if (stranger.Device == Device.Phone) await stranger.PictureAsync("public-receipt");
        return await stranger.Page.Locator("#receipt-code").InnerTextAsync();
    }

    private static Task ChooseBranchAsync(Visitor visitor) => visitor.Page.ChooseBranchAsync("BranchId", "马克思主义学院本科生党支部");

    private async Task AnswerAsync(string text, string answer)
    {
        var office = await SignInAsAsync("general-branch-secretary", Device.Desktop);
        await office.OpenAsync("/desk/feedback");
        await office.Page.Locator("li", new() { HasText = text }).GetByRole(AriaRole.Link).ClickAsync();
        await office.LooksSoundAsync();
        await office.Page.GetByLabel("答复").FillAsync(answer);
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "提交答复" }).ClickAsync();
        await Expect(office.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }
}
