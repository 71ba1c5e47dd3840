using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

public sealed class SecretaryJourney(RunningPortal portal) : Journey(portal)
{
    private const int People = 200;

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_secretary_imports_200_people_mends_three_rows_and_prints_slips_for_all(string device)
    {
        var prefix = $"JX{Guid.NewGuid():N}"[..8].ToUpperInvariant();
        var secretary = await SignInAsAsync("secretary", Device.Named(device));

        await SendAsync(secretary, Sheet(prefix));
        await Expect(secretary.Page.Locator(".lead")).ToContainTextAsync("197行正确，3行有问题");
        await secretary.LooksSoundAsync();
        if (secretary.Device == Device.Desktop) await secretary.PictureAsync("secretary-import");
        await MendAsync(secretary, 0, "姓名", "补名（演示）");
        await MendAsync(secretary, 1, "发展阶段", "入党申请人");
        await MendAsync(secretary, 2, "出生日期", "2005-02-28");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存修改并重新检查" }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "导入全部200行" }).ClickAsync();
        await Expect(secretary.Page.Locator("#figures")).ToContainTextAsync($"{People}", new() { Timeout = 240_000 });
        await secretary.LooksSoundAsync();

        await secretary.OpenAsync($"/people?Words={prefix}");
        await Expect(secretary.Page.GetByText(prefix + "001")).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();
        await PrintSlipsAsync(secretary, prefix);
    }

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_secretary_posts_a_notice_to_the_subtree_and_sees_who_has_not_confirmed(string device)
    {
        var title = $"周五读书会 {Guid.NewGuid():N}"[..16];
        var secretary = await SignInAsAsync("secretary", Device.Named(device));
        await secretary.OpenAsync("/desk/notices/new");
        await secretary.Page.GetByLabel("标题").FillAsync(title);
        await secretary.Page.GetByLabel("发布范围").SelectOptionAsync("Subtree");
        await secretary.WriteRichTextAsync("周五晚七点，综合楼 305，一起读书。");
        await secretary.Page.GetByLabel("请读者确认已阅").CheckAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Expect(secretary.Page.Locator("#waiting li")).Not.ToHaveCountAsync(0);
        await secretary.LooksSoundAsync();

        var member = await SignInAsAsync("member", Device.WeChat);
        await member.OpenAsync("/notices");
        await member.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "我已阅读" }).ClickAsync();
        await Expect(member.Page.GetByText("您已确认").First).ToBeVisibleAsync();

        await secretary.Page.ReloadAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(new Regex("已确认[^0-9]*1"));
    }

    [Fact]
    public async Task A_secretary_answers_what_is_signed()
    {
        var secretary = await SignInAsAsync("secretary", Device.Phone);
        await secretary.OpenAsync("/desk/feedback?State=Received");
        await secretary.LooksSoundAsync();
        await secretary.Page.Locator(".list-title").First.ClickAsync();
        await secretary.Page.GetByLabel("答复").FillAsync("谢谢您的建议，以后提前一周通知。");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "提交答复" }).ClickAsync();

        await Expect(secretary.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Expect(secretary.Page.GetByText("谢谢您的建议，以后提前一周通知。")).ToBeVisibleAsync();
    }

    private static async Task SendAsync(Visitor secretary, FilePayload sheet)
    {
        await secretary.OpenAsync("/people/import");
        await secretary.Page.ChooseBranchAsync("BranchId", "马克思主义学院本科生党支部");
        await secretary.Page.GetByLabel("Excel工作簿").SetInputFilesAsync(sheet);
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "检查数据" }).ClickAsync();
    }

    private static async Task PrintSlipsAsync(Visitor secretary, string prefix)
    {
        await secretary.OpenAsync($"/slips?Words={prefix}");
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "为列表中所有人打印账号单" }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(secretary.Page.Locator(".slip").Nth(People - 1)).ToBeAttachedAsync(new() { Timeout = 60_000 });
        await secretary.LooksSoundAsync();
        if (secretary.Device == Device.Desktop) await secretary.PictureAsync("secretary-slips");
    }

    private static Task MendAsync(Visitor secretary, int row, string column, string text) =>
        secretary.Page.Locator("fieldset.mend").Nth(row).GetByLabel(column).FillAsync(text);

    /// <summary>As schools send it: a title over the table, spaces in headings, days in several dresses; three rows that cannot be read.</summary>
    private static FilePayload Sheet(string prefix)
    {
        List<string?[]> rows = [["本科生党支部名册（演示）", null, null, null], ["姓 名", "学 号", "政治面貌", "出生年月"]];
        rows.AddRange(Enumerable.Range(1, People).Select(i => (string?[])
        [
            i == 7 ? null : $"演示{(char)('一' + i)}{i}（演示）",
            $"{prefix}{i:D3}",
            i == 70 ? "外星人" : i % 3 == 0 ? "入党积极分子" : "入党申请人",
            i == 170 ? "2005-02-30" : i % 2 == 0 ? "2005.07.04" : "20050304",
        ]));
        return Workbooks.Of("名册.xlsx", rows);
    }
}
