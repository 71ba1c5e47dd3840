using System.Globalization;

namespace PartyPortal.Browser.Tests;

/// <summary>A secretary asks the branch to take a course; a member finds it with its day, and a quiz among the lessons; the figures are beside it.</summary>
public sealed class AssignmentJourney(RunningPortal portal) : Journey(portal)
{
    private const string Title = "党章党规学习起步";

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_course_is_assigned_found_and_ended(string device)
    {
        var secretary = await SignInAsAsync("secretary", Device.Named(device));
        await secretary.OpenAsync("/desk/assignments");
        await secretary.LooksSoundAsync();
        await secretary.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "布置课程" }).ClickAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByLabel("课程").SelectOptionAsync(new SelectOptionValue { Label = Title + "（演示）" });
        await secretary.Page.GetByLabel("截止日期").FillAsync(TimeProvider.System.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "布置", Exact = true }).ClickAsync();
        await Expect(secretary.Page.GetByText("课程已布置，其中有账号的人员一分钟内收到通知。")).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();

        var member = await SignInAsAsync("member", Device.Named(device));
        foreach (var page in (string[])["/en/my/study", "/my/study"])
        {
            await member.OpenAsync(page);
            await member.LooksSoundAsync();
        }

        await member.Page.Locator("#due").GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Expect(member.Page.GetByText("前学完此课程。")).ToBeVisibleAsync();
        await member.LooksSoundAsync();
        await member.OpenAsync("/courses");
        await member.Page.GetByRole(AriaRole.Link, new() { Name = "新成员支部生活指引" }).ClickAsync();
        await member.Page.Locator(".lessons").GetByRole(AriaRole.Link, new() { Name = "数字素养与网络安全小测" }).ClickAsync();
        await Expect(member.Page.GetByText("通过测验，这一课即为完成。")).ToBeVisibleAsync();
        await member.LooksSoundAsync();

        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "结束", Exact = true }).ClickAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "结束", Exact = true }).ClickAsync();
        await Expect(secretary.Page.GetByText("已结束，不再要求学习此课程。")).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();
    }
}
