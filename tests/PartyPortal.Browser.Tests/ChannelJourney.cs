using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

public sealed partial class ChannelJourney(RunningPortal portal) : Journey(portal)
{
    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_public_notice_is_copied_for_other_channels_and_printed_as_a_poster(string device)
    {
        var office = await SignInAsAsync("organisation-office", Device.Named(device));
        await office.OpenAsync("/desk/notices/1");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "其他渠道" }).ClickAsync();
        await Expect(office.Page.Locator("#wechat")).ToHaveValueAsync(Styled());
        await office.LooksSoundAsync();

        var (text, copy) = (office.Page.Locator("#short-text"), office.Page.GetByRole(AriaRole.Button, new() { Name = "复制短文" }));
        await Expect(copy).ToBeEnabledAsync();
        await text.FillAsync(new string('长', 141));
        await Expect(copy).ToBeDisabledAsync();
        await Expect(office.Page.Locator("#short-error")).ToContainTextAsync("超出1字");
        await Expect(office.Page.Locator("#short-count")).ToHaveTextAsync("141 / 140");
        await office.LooksSoundAsync();
        await text.FillAsync("短文");
        await copy.ClickAsync();
        await Expect(office.Page.Locator("#short .tag-good")).ToHaveTextAsync("已复制");

        await office.Page.GetByRole(AriaRole.Link, new() { Name = "打印海报" }).ClickAsync();
        await Expect(office.Page.Locator(".poster-qr svg")).ToBeVisibleAsync();
        await office.LooksSoundAsync();
    }

    [GeneratedRegex("style=\"margin")]
    private static partial Regex Styled();
}
