using System.Globalization;

namespace PartyPortal.Browser.Tests;

public sealed class TodoJourney(RunningPortal portal) : Journey(portal)
{
    private const string Reply = "每天下午两点到五点开放。";

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task What_is_asked_of_a_branch_leaves_its_to_do_list_when_it_is_answered(string device)
    {
        var title = $"读书角开放时间 {Guid.NewGuid():N}"[..16];
        var asks = await SignInAsAsync("general-branch-secretary", Device.Desktop);
        await AskAsync(asks, title);
        await asks.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        var missing = await asks.Page.Locator("#missing li").CountAsync();

        var branch = await SignInAsAsync("secretary", Device.Named(device));
        await branch.OpenAsync("/desk/todo");
        await branch.LooksSoundAsync();
        await branch.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await branch.Page.GetByRole(AriaRole.Textbox, new() { Name = "回复" }).FillAsync(Reply);
        await branch.LooksSoundAsync();
        await branch.Page.GetByRole(AriaRole.Button, new() { Name = "提交回复" }).ClickAsync();
        await Expect(branch.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        await branch.OpenAsync("/desk/todo");
        await Expect(branch.Page.GetByText(title)).ToHaveCountAsync(0);
        await branch.OpenAsync("/desk/calendar");
        await branch.LooksSoundAsync();

        await asks.Page.ReloadAsync();
        await Expect(asks.Page.Locator("#replies")).ToContainTextAsync(Reply);
        await Expect(asks.Page.Locator("#missing li")).ToHaveCountAsync(missing - 1);
        await asks.Page.GetByRole(AriaRole.Button, new() { Name = "结束事项" }).ClickAsync();
        await Expect(asks.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    private static async Task AskAsync(Visitor asks, string title)
    {
        await asks.OpenAsync("/desk/tasks/set/new");
        await asks.Page.GetByLabel("标题").FillAsync(title);
        await asks.Page.GetByLabel("要求").FillAsync("请写明读书角的开放时间。");
        await asks.Page.GetByLabel("截止日期").FillAsync(TimeProvider.System.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await asks.LooksSoundAsync();
        await asks.Page.GetByRole(AriaRole.Button, new() { Name = "布置", Exact = true }).ClickAsync();
        await Expect(asks.Page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
    }
}
