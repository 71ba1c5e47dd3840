using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

/// <summary>
/// A secretary brings thirty questions and makes a course of five materials and a quiz for the branch; a member takes it on two browsers while the server
/// is killed in the middle of the quiz, gets the certificate, a stranger checks it, and the secretary sees the counts change.
/// </summary>
public sealed partial class LearningJourney(RunningPortal portal) : Journey(portal)
{
    private const int Questions = 30;
    private const int Drawn = 10;
    private const string Title = "支部委员入门";

    private static readonly string[] Materials = ["党课备课五步法", "毕业生组织关系转接十问", "主题党日选题二十例", "个人信息保护", "怎样做一份理论学习笔记"];

    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 90_000 };

    [Theory, InlineData("phone"), InlineData("desktop")]
    public async Task A_course_is_made_assigned_taken_through_a_crash_certified_and_counted(string device)
    {
        await using var process = await PortalProcess.StartAsync(["--demo", .. PortalProcess.WithoutPrograms]);
        var secretary = await ArriveAsync(process, "secretary", Device.Desktop);
        await BringAsync(secretary);
        await MakeQuizAsync(secretary);
        await MakeCourseAsync(secretary);
        var assignment = await AssignAsync(secretary);
        Assert.Equal(0, await FinishedAsync(secretary, assignment));

        var first = await ArriveAsync(process, "member", Device.Named(device));
        await first.OpenAsync("/courses");
        await first.Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Expect(first.Page.GetByRole(AriaRole.Link, new() { Name = "开始学习" })).ToBeVisibleAsync();
        await first.LooksSoundAsync();
        if (first.Device == Device.Phone) await first.PictureAsync("learning-course");
        await first.Page.GetByRole(AriaRole.Link, new() { Name = "开始学习" }).ClickAsync();
        for (var lesson = 1; lesson <= Materials.Length; lesson++)
        {
            await Expect(first.Page.GetByText($"第{lesson}课，共6课")).ToBeVisibleAsync();
            await first.LooksSoundAsync();
            await first.Page.GetByRole(AriaRole.Button, new() { Name = "标记为已学完" }).ClickAsync();
        }

        await Expect(first.Page.GetByText("第6课，共6课")).ToBeVisibleAsync();
        await first.LooksSoundAsync();
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "开始作答" }).ClickAsync();
        await Expect(State(first)).ToBeVisibleAsync();
        await AnswerAsync(first, 1, 5);
        await Expect(State(first)).ToContainTextAsync("答案已全部保存。");
        if (first.Device == Device.Phone) await first.PictureAsync("learning-quiz");
        await process.KillAsync();
        await AnswerAsync(first, 6, 6);
        await Expect(State(first)).ToContainTextAsync("尚未保存");
        await process.StartAgainAsync();
        await Expect(State(first)).ToContainTextAsync("答案已全部保存。", Patiently);

        var second = await ArriveAsync(process, "member", Device.Desktop, ColorScheme.Dark);
        await second.OpenAsync("/my/study");
        await second.Page.GetByRole(AriaRole.Link, new() { Name = Title }).First.ClickAsync();
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "继续" }).ClickAsync();
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "继续作答" }).ClickAsync();
        foreach (var position in Enumerable.Range(1, 6)) await Expect(Right(second, position, await NumberAsync(second, position))).ToBeCheckedAsync();
        await AnswerAsync(second, 7, Drawn);
        await Expect(State(second)).ToContainTextAsync("答案已全部保存。");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "保存并交卷" }).ClickAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "交卷", Exact = true }).ClickAsync();
        await second.Page.GetByRole(AriaRole.Link, new() { Name = $"前往课程：{Title}" }).ClickAsync();
        await Expect(second.Page.GetByText("您已学完本课程。").First).ToBeVisibleAsync();
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "学习证书" }).ClickAsync();
        await Expect(second.Page.Locator(".poster b")).ToBeVisibleAsync();
        await second.LooksSoundAsync();
        if (first.Device == Device.Phone) await second.PictureAsync("learning-certificate");
        var code = await second.Page.Locator(".poster b").InnerTextAsync();

        var stranger = await Visitor.ArriveAsync(Portal.Browser, process.Address, Device.Named(device), ColorScheme.Light);
        await stranger.OpenAsync("/certificates");
        await stranger.Page.GetByLabel("证书编码").FillAsync(code);
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "查验证书" }).ClickAsync();
        await Expect(stranger.Page.GetByText("证书真实有效。")).ToBeVisibleAsync();

        Assert.Equal(1, await FinishedAsync(secretary, assignment));
        await secretary.LooksSoundAsync();
        await secretary.PictureAsync("authoring-progress");
        Assert.All([secretary, second, stranger], visitor => Assert.Empty(visitor.Troubles));
    }

    private async Task<Visitor> ArriveAsync(PortalProcess process, string role, Device device, ColorScheme scheme = ColorScheme.Light)
    {
        var visitor = await Visitor.ArriveAsync(Portal.Browser, process.Address, device, scheme);
        await visitor.SignInAsync(process.Accounts[role]);
        return visitor;
    }

    private static async Task BringAsync(Visitor secretary)
    {
        var bank = new StringBuilder();
        foreach (var n in Enumerable.Range(1, Questions))
            bank.Append(CultureInfo.InvariantCulture, $"// [tag:入门]\n::{n}::第{n}题，哪一项对？{{=对{n} ~错{n} ~不知道####依据\\:《演示条例》第{n}条}}\n\n");
        await secretary.OpenAsync("/desk/questions/import");
        await secretary.Page.GetByLabel("试题文件").SetInputFilesAsync(new FilePayload { Name = "bank.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(bank.ToString()) });
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "逐题检查" }).ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Button, new() { Name = "全部导入" })).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();
        await secretary.PictureAsync("authoring-import");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "全部导入" }).ClickAsync();
        await Expect(secretary.Page.GetByText("题目已全部入库。")).ToBeVisibleAsync();
    }

    private static async Task MakeQuizAsync(Visitor secretary)
    {
        await secretary.OpenAsync("/desk/quizzes/new");
        await secretary.Page.GetByLabel("标题").FillAsync("入门测验");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "按标签抽题" }).ClickAsync();
        await secretary.Page.GetByLabel("标签").FillAsync("入门");
        await secretary.Page.GetByLabel("抽题数量").FillAsync($"{Drawn}");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "确定抽题" }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "发布" }).ClickAsync();
        await Expect(secretary.Page.GetByText("测验已发布，可以作答。")).ToBeVisibleAsync();
    }

    private static async Task MakeCourseAsync(Visitor secretary)
    {
        await secretary.OpenAsync("/desk/courses/new");
        await secretary.Page.GetByLabel("标题").FillAsync(Title);
        await secretary.Page.GetByLabel("主题").SelectOptionAsync(new SelectOptionValue { Label = "党务实务" });
        await secretary.Page.GetByLabel("发布范围").SelectOptionAsync(new SelectOptionValue { Label = "仅本支部" });
        await secretary.Page.GetByLabel("课程大纲").FillAsync("先读五份资料，再做一次测验。");
        await secretary.Page.GetByLabel("负责人").FillAsync("支部委员会");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存课程" }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "添加各课" }).First.ClickAsync();
        foreach (var material in Materials)
        {
            await secretary.Page.GetByRole(AriaRole.Searchbox, new() { Name = "关键词", Exact = true }).FillAsync(material);
            await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "查看" }).SendAsync();
            await secretary.Page.GetByRole(AriaRole.Checkbox, new() { Name = $"选择 {material}" }).CheckAsync();
            await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "添加所选" }).ClickAsync();
        }

        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "返回课程" }).ClickAsync();
        await secretary.Page.LeadsOnAsync(() => secretary.Page.Locator(".lessons [data-handle]").Last.DragToAsync(secretary.Page.Locator(".lessons > li").First));
        await Expect(secretary.Page.Locator(".lessons > li").First).ToContainTextAsync(Materials[^1]);
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "添加测验" }).ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Button, new() { Name = "添加：入门测验" })).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "添加：入门测验" }).ClickAsync();
        await Expect(secretary.Page.GetByText("已在课程中")).ToBeVisibleAsync();
        await secretary.Page.Locator(".breadcrumb a").Last.ClickAsync();
        await Expect(secretary.Page.Locator(".lessons > li")).ToHaveCountAsync(Materials.Length + 1);
        await secretary.LooksSoundAsync();
        await secretary.PictureAsync("authoring-course");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Expect(secretary.Page.GetByText("课程已发布。")).ToBeVisibleAsync();
    }

    /// <returns>Where its figures stand.</returns>
    private static async Task<string> AssignAsync(Visitor secretary)
    {
        await secretary.OpenAsync("/desk/assignments/new");
        await secretary.LooksSoundAsync();
        await secretary.Page.Locator("#CourseId").SelectOptionAsync(new SelectOptionValue { Label = Title });
        await secretary.Page.Locator("#DueOn").FillAsync(TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await secretary.Page.Locator("main form button[type=submit], main form button:not([type])").Last.ClickAsync();
        await Expect(secretary.Page.Locator("#progress")).ToBeVisibleAsync();
        return new Uri(secretary.Page.Url).AbsolutePath;
    }

    private static async Task<int> FinishedAsync(Visitor secretary, string assignment)
    {
        await secretary.OpenAsync(assignment);
        return int.Parse(await secretary.Page.Locator("#progress tbody tr:last-child td:last-child").InnerTextAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task AnswerAsync(Visitor learner, int from, int to)
    {
        for (var position = from; position <= to; position++) await Right(learner, position, await NumberAsync(learner, position)).CheckAsync();
    }

    private static async Task<int> NumberAsync(Visitor learner, int position) =>
        int.Parse(Number().Match(await learner.Page.Locator($"[data-position='{position}']").InnerTextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);

    private static ILocator Right(Visitor learner, int position, int number) => learner.Page.Locator($"[data-position='{position}']").GetByLabel($"对{number}", new() { Exact = true });

    private static ILocator State(Visitor learner) => learner.Page.Locator("[data-quiz-state]");

    [GeneratedRegex("第([0-9]+)题，")]
    private static partial Regex Number();
}
