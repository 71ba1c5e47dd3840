using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

public sealed partial class SearchJourney(RunningPortal portal) : Journey(portal)
{
    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_stranger_finds_a_notice_by_two_characters_by_pinyin_and_from_an_empty_answer(string device)
    {
        var stranger = await VisitAsync(Device.Named(device));
        await stranger.OpenAsync("/search");
        await IsPreparedAsync(stranger);
        await AskAsync(stranger, "公告");
        await Expect(stranger.Page.Locator("main mark").First).ToHaveTextAsync("公告");
        await stranger.LooksSoundAsync();

        await AskAsync(stranger, "dangjianmenhu");
        await stranger.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "党建门户上线试运行公告" }).First.ClickAsync();
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("党建门户上线试运行公告");

        await stranger.OpenAsync("/search");
        await AskAsync(stranger, "查无此词");
        await stranger.LooksSoundAsync();
        await stranger.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = Newest() }).ClickAsync();
        await Expect(stranger.Page.Locator("main .list-title").First).ToBeVisibleAsync();
    }

    /// <summary>Right after its first start the portal makes its index, and says so.</summary>
    private static async Task IsPreparedAsync(Visitor visitor)
    {
        for (var look = 0; look < 60 && await visitor.Page.GetByText("搜索正在准备中").CountAsync() > 0; look++)
        {
            await visitor.Page.WaitForTimeoutAsync(500);
            await visitor.Page.ReloadAsync();
        }
    }

    private static async Task AskAsync(Visitor visitor, string words)
    {
        await visitor.Page.GetByRole(AriaRole.Main).GetByLabel("搜索词").FillAsync(words);
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "搜索" }).ClickAsync();
    }

    [GeneratedRegex("最新")]
    private static partial Regex Newest();
}
