using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;

namespace PartyPortal.Browser.Tests;

public sealed partial class Collecting(RunningPortal portal) : Journey(portal)
{
    private const int Branches = 24;

    private static readonly FilePayload Plan = new() { Name = "活动方案.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("一起读书。\n") };
    private static readonly FilePayload Program = new() { Name = "run.exe", MimeType = "application/octet-stream", Buffer = [0x4D, 0x5A, 0, 0] };

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task The_office_collects_plans_from_24_branches_into_one_archive(string device)
    {
        var title = $"读书月方案 {Guid.NewGuid():N}"[..14];
        var office = await SignInAsAsync("organisation-office", Device.Named(device));
        await WriteAsync(office, title);
        await AddQuestionAsync(office, "文件", "方案", "纯文本");
        await AddQuestionAsync(office, "数字", "参加人数");
        var asked = await SendAsync(office);
        await Expect(office.Page.Locator("#missing-names li")).ToHaveCountAsync(asked);
        var collection = new Uri(office.Page.Url).AbsolutePath;

        await AnswerAsync(await SignInAsAsync("secretary", Device.Named(device)), title);

        await office.OpenAsync(collection);
        await Expect(office.Page.Locator("#missing-names li")).ToHaveCountAsync(asked - 1);
        await office.LooksSoundAsync();
        if (office.Device == Device.Desktop) await office.PictureAsync("collection");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "提醒未交的" }).ClickAsync();
        await Expect(office.Page.GetByText("今天已经提醒过。")).ToBeVisibleAsync();
        await HasAsync(office, 1, asked);

        // The demo's own: fifteen branches have handed in.
        await office.OpenAsync("/desk/collections");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "主题党日活动方案" }).ClickAsync();
        await HasAsync(office, 15, Branches);
    }

    private static async Task WriteAsync(Visitor office, string title)
    {
        await office.OpenAsync("/desk/collections/new");
        await office.Page.GetByLabel("标题").FillAsync(title);
        await office.WriteRichTextAsync("请报送读书月方案，用于统筹场地。");
        await office.Page.GetByLabel("所有下级党支部").CheckAsync();
        await office.LooksSoundAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Expect(office.Page.GetByText("还没有题目")).ToBeVisibleAsync();
    }

    private static async Task AddQuestionAsync(Visitor office, string kind, string label, string? files = null)
    {
        await office.Page.GetByLabel("题型").SelectOptionAsync(new SelectOptionValue { Label = kind });
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "添加题目" }).ClickAsync();
        await office.Page.Locator("[name=Label]").FillAsync(label);
        if (files is not null) await office.Page.GetByLabel(files).CheckAsync();
        await office.LooksSoundAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存题目" }).ClickAsync();
        await Expect(office.Page.GetByRole(AriaRole.Main).GetByText(label).First).ToBeVisibleAsync();
    }

    /// <returns>How many branches are asked: those of the demo, and any that another journey has made meanwhile.</returns>
    private static async Task<int> SendAsync(Visitor office)
    {
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "核对并发出" }).ClickAsync();
        await office.LooksSoundAsync();
        // The burden meter: some of the branches have been asked often this month.
        if (await office.Page.GetByLabel("再次要求填报的理由").CountAsync() > 0) await office.Page.GetByLabel("再次要求填报的理由").FillAsync("读书月下周开始（演示）。");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "现在发出" }).ClickAsync();
        var progress = office.Page.Locator("#progress");
        await Expect(progress).ToContainTextAsync(Asked());
        var asked = int.Parse(Asked().Match(await progress.InnerTextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(asked, Branches, int.MaxValue);
        return asked;
    }

    private static async Task AnswerAsync(Visitor secretary, string title)
    {
        await secretary.OpenAsync("/collections");
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await secretary.Page.WaitForLoadStateAsync(LoadState.Load);
        var files = secretary.Page.GetByLabel("方案");
        await files.SetInputFilesAsync(Program);
        await Expect(secretary.Page.GetByText("“run.exe”")).ToBeVisibleAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "移除文件" }).ClickAsync();
        await files.SetInputFilesAsync(Plan);
        await Expect(secretary.Page.GetByText("上传完成，保存表单后生效。")).ToBeVisibleAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "暂存" }).ClickAsync();
        // The next page, and not what the one before has sent.
        await Expect(secretary.Page.Locator(".kept-files").GetByRole(AriaRole.Link, new() { Name = "活动方案.txt" })).ToBeVisibleAsync();
        await secretary.Page.GetByLabel("参加人数").FillAsync("三十");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Expect(secretary.Page.GetByText("请填写数字").First).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByLabel("参加人数").FillAsync("30");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已提交");
        await secretary.LooksSoundAsync();
        if (secretary.Device == Device.WeChat) await secretary.PictureAsync("collection-answer");
    }

    /// <summary>The archive has so many branches with files, and a workbook with a row for each of those asked.</summary>
    private static async Task HasAsync(Visitor office, int branches, int asked)
    {
        var download = await office.Page.RunAndWaitForDownloadAsync(() => office.Page.GetByRole(AriaRole.Link, new() { Name = "全部文件打包下载" }).ClickAsync());
        await using var zip = await ZipFile.OpenReadAsync(await download.PathAsync());

        Assert.True(zip.Entries.Select(entry => entry.FullName.Split('/')).Where(path => path.Length > 1).Select(path => path[0]).Distinct().Count() >= branches);
        using var sheet = new MemoryStream();
        await (await zip.Entries.Single(entry => entry.FullName.EndsWith(".xlsx", StringComparison.Ordinal)).OpenAsync()).CopyToAsync(sheet);
        sheet.Position = 0;
        Assert.Equal(asked + 1, sheet.Query(useHeaderRow: false).Count());
    }

    [GeneratedRegex("共([0-9]+)份")]
    private static partial Regex Asked();
}
