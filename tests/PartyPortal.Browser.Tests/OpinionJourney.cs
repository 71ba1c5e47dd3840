namespace PartyPortal.Browser.Tests;

/// <summary>What became of an opinion: from a stranger's phone to what everybody reads.</summary>
public sealed class OpinionJourney(RunningPortal portal) : Journey(portal)
{
    private const string Branch = "马克思主义学院本科生党支部";
    private const string Done = "三楼自习室的灯全部换新，每周检查一次。";

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_stranger_speaks_one_office_answers_and_tells_it_another_approves_and_a_member_reads_what_was_done(string device)
    {
        var (said, asked) = ($"自习室太暗，请换灯（{device}）", $"希望三楼自习室亮一些（{device}）");
        var code = await SpeakAsync(said, Device.Named(device));

        await AnswerAndTellAsync(said, asked, Device.Named(device));
        await ApproveAsync(asked, Device.Named(device));
        await ReadAsync(asked, Device.Named(device));
        await RateAsync(code, Device.Named(device));
    }

    private async Task<string> SpeakAsync(string said, Device device)
    {
        var stranger = await VisitAsync(device);
        await stranger.OpenAsync("/feedback");
        await stranger.Page.GetByLabel("反馈类型").SelectOptionAsync("Suggestion");
        await stranger.Page.ChooseBranchAsync("BranchId", Branch);
        await stranger.Page.GetByLabel("反馈内容").FillAsync(said);
        await stranger.Page.GetByLabel("同意由承办组织用自己的话公开所提意见和办理结果").CheckAsync();
        await stranger.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        return await stranger.Page.Locator("#receipt-code").InnerTextAsync();
    }

    /// <summary>Without a name it goes to the organisation above the branch.</summary>
    private async Task AnswerAndTellAsync(string said, string asked, Device device)
    {
        var office = await SignInAsAsync("general-branch-secretary", device);
        await office.OpenAsync("/desk/feedback");
        await office.Page.Locator("li", new() { HasText = said }).GetByRole(AriaRole.Link).ClickAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "受理" }).ClickAsync();
        await Expect(office.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await office.LooksSoundAsync();
        await office.Page.GetByLabel("答复").FillAsync("谢谢，已经换好。");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "提交答复" }).ClickAsync();

        await office.Page.GetByRole(AriaRole.Link, new() { Name = "公开办理结果" }).ClickAsync();
        await Expect(office.Page.GetByLabel("我办")).ToBeVisibleAsync();
        await office.LooksSoundAsync();
        await office.Page.GetByLabel("您说").FillAsync(asked);
        await office.Page.GetByLabel("我办").FillAsync(Done);
        await office.Page.GetByLabel("办成日期").FillAsync(await TodayAsync(office));
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Expect(office.Page.GetByRole(AriaRole.Button, new() { Name = "提交审核" })).ToBeVisibleAsync();
        await office.LooksSoundAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(office.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("请另一人审核后公开");
    }

    private async Task ApproveAsync(string asked, Device device)
    {
        var reviewer = await SignInAsAsync("organisation-office", device);
        await reviewer.OpenAsync("/desk/deeds");
        await reviewer.LooksSoundAsync();
        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = asked }).ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "审核并公开" }).ClickAsync();
        await Expect(reviewer.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已公开");
    }

    private async Task ReadAsync(string asked, Device device)
    {
        var member = await SignInAsAsync("member", device);
        await member.OpenAsync("/feedback/done");
        await Expect(member.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = asked })).ToContainTextAsync(Done);
        await member.LooksSoundAsync();
    }

    private async Task RateAsync(string code, Device device)
    {
        var stranger = await VisitAsync(device);
        await stranger.OpenAsync("/feedback/receipt");
        await stranger.Page.GetByLabel("回执编号").FillAsync(code);
        await stranger.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await stranger.Page.GetByLabel("您对答复满意吗？").SelectOptionAsync("Satisfied");
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "提交" }).Last.ClickAsync();
        await Expect(stranger.Page.GetByLabel("您对答复满意吗？")).ToHaveValueAsync("Satisfied");
    }

    /// <summary>The portal's own day, which is not this machine's.</summary>
    private static Task<string> TodayAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string>("new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })");
}
