using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

public sealed partial class SigningIn(RunningPortal portal) : Journey(portal)
{
    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_member_signs_in_works_at_the_desk_and_signs_out(string device)
    {
        var member = await SignInAsAsync("member", Device.Named(device));
        await Expect(member.Page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台" })).ToBeVisibleAsync();
        await member.Page.ShouldBeAccessibleAsync();
        await member.Page.ShouldFitNarrowPhonesAsync();

        await member.Page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();

        await Expect(member.Page.GetByRole(AriaRole.Link, new() { Name = "登录" })).ToBeVisibleAsync();
        await member.OpenAsync("/desk");
        await Expect(member.Page).ToHaveURLAsync(SignInPage());
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_the_name_is_kept()
    {
        var stranger = await VisitAsync(Device.Phone);
        await stranger.OpenAsync("/sign-in");
        await stranger.Page.GetByLabel(NameLabel()).FillAsync("nobody-of-that-name");
        await stranger.Page.GetByLabel("密码").FillAsync("not the password");

        await stranger.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();

        await Expect(stranger.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(stranger.Page.GetByLabel(NameLabel())).ToHaveValueAsync("nobody-of-that-name");
        await stranger.Page.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task A_secretary_signs_in_with_the_keyboard_alone()
    {
        var secretary = await VisitAsync(Device.Desktop);
        var account = Portal.Account("secretary");
        await secretary.OpenAsync("/sign-in");

        await TabToAsync(secretary, secretary.Page.GetByLabel(NameLabel()));
        await secretary.Page.Keyboard.TypeAsync(account.UserName);
        await secretary.Page.Keyboard.PressAsync("Tab");
        await secretary.Page.Keyboard.TypeAsync(account.Password);
        await secretary.Page.Keyboard.PressAsync("Enter");

        await Expect(secretary.Page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_member_changes_the_language_and_stays_on_the_page()
    {
        var member = await SignInAsAsync("member", Device.Desktop);

        await member.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Heading, new() { Name = "My desk" })).ToBeVisibleAsync();
        await member.Page.ShouldBeAccessibleAsync();

        await member.Page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        await Expect(member.Page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台" })).ToBeVisibleAsync();
    }

    private static async Task TabToAsync(Visitor visitor, ILocator target)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }

        Assert.Fail("The field cannot be reached by the Tab key.");
    }

    [GeneratedRegex("^用户名")]
    private static partial Regex NameLabel();

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInPage();
}
