namespace PartyPortal.Browser.Tests;

public sealed class MemberJourney(RunningPortal portal) : Journey(portal)
{
    // Three people of the demo who have no account yet, one for each device.
    private static readonly Dictionary<string, string> Numbers = new() { ["phone"] = "S000005", ["desktop"] = "S000003", ["wechat"] = "S000004" };

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_person_opens_an_account_with_the_slip_in_hand(string device)
    {
        var code = await PrintSlipAsync(Numbers[device]);
        var person = await VisitAsync(Device.Named(device));

        await person.UseSlipAsync(code, "三棵 银杏 一条河 2026");

        await person.OpenAsync("/me");
        await Expect(person.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Numbers[device]);
        await person.LooksSoundAsync();
    }

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_member_confirms_a_notice_with_one_click(string device)
    {
        var title = "支部书记例会安排";
        var member = await SignInAsAsync("member", Device.Named(device));
        await member.OpenAsync("/notices");
        await member.Page.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await member.LooksSoundAsync();

        var confirm = member.Page.GetByRole(AriaRole.Button, new() { Name = "我已阅读" });
        if (await confirm.CountAsync() > 0) await confirm.ClickAsync();

        await Expect(member.Page.GetByText("您已确认").First).ToBeVisibleAsync();
    }

    private async Task<string> PrintSlipAsync(string number)
    {
        var office = await SignInAsAsync("organisation-office", Device.Desktop);
        await office.OpenAsync($"/slips?Words={number}");
        await office.Page.Locator("[name=personIds]").First.CheckAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "为选中人员打印账号单" }).ClickAsync();
        return await office.Page.Locator(".slip .secret").First.InnerTextAsync();
    }
}
