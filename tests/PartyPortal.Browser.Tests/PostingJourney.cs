namespace PartyPortal.Browser.Tests;

public sealed class PostingJourney(RunningPortal portal) : Journey(portal)
{
    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_secretary_posts_a_person_the_unit_reads_it_and_once_withdrawn_nobody_does(string device)
    {
        var name = $"丁{Guid.NewGuid():N}"[..9];
        var secretary = await SignInAsAsync("secretary", Device.Named(device));
        await secretary.OpenAsync("/desk/postings/new");
        await secretary.Page.GetByLabel("拟列为发展对象").CheckAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "继续" }).ClickAsync();

        await secretary.Page.GetByLabel("其他人员").FillAsync(name);
        await secretary.Page.GetByLabel("工作日数").FillAsync("4");
        await secretary.Page.GetByLabel("电话").FillAsync("000-00000009");
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Expect(secretary.Page.Locator("#Days-error")).ToContainTextAsync("不少于5个工作日");
        await secretary.Page.GetByLabel("工作日数").FillAsync("5");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await secretary.Page.Locator("#publish button").ClickAsync();
        await Expect(secretary.Page.GetByText("公示中").First).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();
        var id = secretary.Page.Url.Split('/')[^1];

        var member = await SignInAsAsync("member", Device.WeChat);
        await member.OpenAsync("/postings");
        await member.LooksSoundAsync();
        await member.OpenAsync($"/postings/{id}");
        await Expect(member.Page.Locator("#posted")).ToContainTextAsync(name);
        await member.LooksSoundAsync();
        await member.Page.GetByRole(AriaRole.Link, new() { Name = "在门户反映意见（可不署名）" }).ClickAsync();
        await Expect(member.Page.Locator("#above")).ToContainTextAsync("上级阅读和答复");
        await member.LooksSoundAsync();

        await secretary.OpenAsync($"/desk/postings/{id}/result");
        await secretary.Page.GetByLabel("无异议").CheckAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "登记结果" }).ClickAsync();
        await Expect(secretary.Page.Locator("#Result-error, .field-error").First).ToContainTextAsync("当天结束为止");
        await secretary.Page.GetByLabel("说明原因后撤回").CheckAsync();
        await secretary.Page.GetByLabel("调查核实情况或撤回原因").FillAsync("姓名有误。");
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "登记结果" }).ClickAsync();
        await Expect(secretary.Page.GetByText("已结束").First).ToBeVisibleAsync();

        Assert.Equal(404, (await member.Page.GotoAsync($"/postings/{id}"))!.Status);
        await Expect(member.Page.Locator("body")).Not.ToContainTextAsync(name);
    }
}
