using System.Text;
using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

public sealed partial class QuizJourney(RunningPortal portal) : Journey(portal)
{
    private const string Saved = "答案已全部保存。";

    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 90_000 };

    [Fact]
    public async Task A_member_begins_on_the_phone_the_server_is_killed_and_the_desktop_goes_on()
    {
        await using var process = await PortalProcess.StartAsync(["--demo", .. PortalProcess.WithoutPrograms]);
        var phone = await Visitor.ArriveAsync(Portal.Browser, process.Address, Device.Phone, ColorScheme.Light);
        await phone.SignInAsync(process.Accounts["member"]);
        await BeginAsync(phone);
        await Question(phone, 1).GetByLabel("不填，向主办单位核实").CheckAsync();
        await Expect(State(phone)).ToContainTextAsync(Saved);

        await process.KillAsync();
        await Question(phone, 2).GetByLabel("强制签到打卡").CheckAsync();
        await Expect(State(phone)).ToContainTextAsync("尚未保存");
        await Question(phone, 2).GetByLabel("积分排名").CheckAsync();
        await process.StartAgainAsync();
        await Expect(State(phone)).ToContainTextAsync(Saved, Patiently);

        var desktop = await Visitor.ArriveAsync(Portal.Browser, process.Address, Device.Desktop, ColorScheme.Light);
        await desktop.SignInAsync(process.Accounts["member"]);
        await BeginAsync(desktop);
        await Expect(Question(desktop, 1).GetByLabel("不填，向主办单位核实")).ToBeCheckedAsync();
        await Expect(Question(desktop, 2).GetByLabel("积分排名")).ToBeCheckedAsync();
        await Question(desktop, 2).GetByLabel("统计在线时长并作为考核").CheckAsync();
        await Question(desktop, 5).GetByRole(AriaRole.Textbox).FillAsync("名单里有个人信息，发出去就收不回来。");
        await HandInAsync(desktop);

        await Expect(desktop.Page.GetByText("简答题正在由人评阅")).ToBeVisibleAsync();
        await Expect(desktop.Page.Locator("#question-1 .tag").First).ToHaveTextAsync("正确");
        await Expect(desktop.Page.Locator("#question-2 .tag").First).ToHaveTextAsync("正确");
        Assert.Empty(desktop.Troubles);
        await phone.LeaveAsync();
        await desktop.LeaveAsync();
    }

    [Theory]
    [InlineData("phone", "保存答案", true)]
    [InlineData("desktop", "保存并交卷", true)]
    [InlineData("desktop", "保存答案", false)]
    public async Task An_answer_that_did_not_arrive_when_a_button_was_pressed_is_there_again_afterwards(string device, string button, bool isSignedOut)
    {
        var member = await SignInAsAsync("member", Device.Named(device));
        await BeginAsync(member);
        var attempt = member.Page.Url;
        await Question(member, 1).GetByLabel("按页面要求填写").CheckAsync();
        await Expect(State(member)).ToContainTextAsync(Saved);

        if (isSignedOut) await member.Page.Context.ClearCookiesAsync();
        else await member.Page.Context.SetOfflineAsync(true);
        var chosen = Question(member, 1).GetByLabel("转发给同学试一试");
        await chosen.CheckAsync();
        await Expect(State(member)).ToContainTextAsync(isSignedOut ? "登录" : "尚未保存");
        await member.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        if (isSignedOut) await SignInAgainAsync(member);
        else await ComeBackAsync(member, attempt);

        await Expect(chosen).ToBeCheckedAsync();
        // Whether this page sent it, or the browser repeated the form by itself before: nothing waits in the tab any more, and the server has it.
        await member.Page.WaitForFunctionAsync("() => !Object.keys(sessionStorage).some(key => key.startsWith('quiz:'))");
        await member.OpenAsync(new Uri(attempt).AbsolutePath);
        await Expect(chosen).ToBeCheckedAsync();
    }

    [Fact]
    public async Task What_is_chosen_before_the_script_has_come_is_saved_when_it_comes()
    {
        var member = await SignInAsAsync("member", Device.Phone);
        await BeginAsync(member);
        var attempt = new Uri(member.Page.Url).AbsolutePath;
        // Of a question that the other journeys of this attempt leave alone.
        var box = Question(member, 4).GetByRole(AriaRole.Checkbox).First;
        var isToBeChosen = !await box.IsCheckedAsync();
        var chosen = new TaskCompletionSource();
        await member.Page.RouteAsync("**/js/quiz*", async route =>
        {
            await chosen.Task;
            await route.ContinueAsync();
        });

        await member.Page.GotoAsync(attempt, new() { WaitUntil = WaitUntilState.Commit });
        await box.SetCheckedAsync(isToBeChosen);
        chosen.SetResult();

        await Expect(State(member)).ToContainTextAsync(Saved);
        await member.OpenAsync(attempt);
        await Expect(box).ToBeCheckedAsync(new() { Checked = isToBeChosen });
    }

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task Two_windows_of_one_learner_lose_no_answer(string device)
    {
        var member = await SignInAsAsync("member", Device.Named(device));
        await BeginAsync(member);
        await member.LooksSoundAsync();
        var other = await member.Page.Context.NewPageAsync();
        await other.GotoAsync(member.Page.Url);

        await Question(member, 1).GetByLabel("只填一半").CheckAsync();
        await Expect(State(member)).ToContainTextAsync(Saved);
        await other.Locator("[data-position='3']").GetByLabel("打电话向财务处核实").CheckAsync();
        await Expect(other.Locator("[data-quiz-state]")).ToContainTextAsync(Saved);
        await other.EvaluateAsync("dispatchEvent(new Event('focus'))");
        await Expect(other.Locator("[data-quiz-state]")).ToContainTextAsync("另一个窗口修改了答案");
        await Expect(other.Locator("[data-position='1']").GetByLabel("只填一半")).ToBeCheckedAsync();

        await other.Locator("[data-position='1']").GetByLabel("按页面要求填写").CheckAsync();
        await Expect(other.Locator("[data-quiz-state]")).ToContainTextAsync(Saved);
        await Question(member, 1).GetByLabel("转发给同学试一试").CheckAsync();
        await Expect(State(member)).ToContainTextAsync("以最后一次选择为准");
        await other.CloseAsync();
        await member.Page.ReloadAsync();
        await Expect(Question(member, 1).GetByLabel("转发给同学试一试")).ToBeCheckedAsync();
        await Expect(Question(member, 3).GetByLabel("打电话向财务处核实")).ToBeCheckedAsync();
        await HandInAsync(member);
        await member.LooksSoundAsync();
        foreach (var page in (string[])["/quizzes", "/my/review", "/en/quizzes", "/en/my/review"])
        {
            await member.OpenAsync(page);
            await member.LooksSoundAsync();
        }
    }

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task An_author_brings_questions_puts_a_quiz_together_and_marks(string device)
    {
        var secretary = await SignInAsAsync("secretary", Device.Named(device));
        var tag = $"{Guid.NewGuid():N}"[..10];
        await BringAsync(secretary, tag);
        await secretary.OpenAsync("/desk/questions");
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = $"{tag} 每月一次吗？" }).ClickAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "按学员所见预览" }).ClickAsync();
        await secretary.Page.GetByLabel("正确", new() { Exact = true }).CheckAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "看结果" }).ClickAsync();
        await Expect(secretary.Page.Locator("#outcome-head")).ToHaveTextAsync("正确");
        await secretary.LooksSoundAsync();

        await secretary.OpenAsync("/desk/quizzes/new");
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByLabel("标题").FillAsync($"测验 {tag}");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "按标签抽题" }).ClickAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByLabel("标签").FillAsync(tag);
        await secretary.Page.GetByLabel("抽题数量").FillAsync("1");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "确定抽题" }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "选择题目" }).ClickAsync();
        await secretary.LooksSoundAsync();
        await secretary.OpenAsync(new Uri(secretary.Page.Url).AbsolutePath.Replace("/questions", "", StringComparison.Ordinal));
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "发布" }).ClickAsync();
        await Expect(secretary.Page.GetByText("测验已发布，可以作答。")).ToBeVisibleAsync();

        await MarkAsync(secretary);
    }

    [Theory]
    [InlineData("phone", 1)]
    [InlineData("desktop", 3)]
    [InlineData("wechat", 4)]
    public async Task An_appeal_is_sent_and_decided_by_somebody_else(string device, int position)
    {
        var reason = $"请核对原文 {Guid.NewGuid():N}"[..14];
        var member = await SignInAsAsync("member", Device.Named(device));
        await member.OpenAsync("/quizzes");
        await member.Page.GetByRole(AriaRole.Link, new() { Name = "数字素养与网络安全小测" }).ClickAsync();
        await member.Page.GetByRole(AriaRole.Link, new() { Name = "第1次作答" }).ClickAsync();
        await member.LooksSoundAsync();
        await member.Page.Locator($"#question-{position}").GetByRole(AriaRole.Link, new() { Name = "这道题有问题" }).ClickAsync();
        await member.LooksSoundAsync();
        await member.Page.GetByLabel("题目有什么问题").FillAsync(reason);
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "提交申诉" }).ClickAsync();
        await Expect(member.Page.Locator($"#question-{position} .appeal")).ToContainTextAsync("审核中");
        var attempt = new Uri(member.Page.Url).AbsolutePath;

        var reviewer = await SignInAsAsync("general-branch-secretary", Device.Named(device));
        await reviewer.OpenAsync("/desk/appeals");
        await reviewer.LooksSoundAsync();
        await reviewer.Page.Locator("main .list-body").Filter(new() { HasText = "审核中" }).GetByRole(AriaRole.Link, new() { Name = await TextOfAsync(member, position) }).ClickAsync();
        await Expect(reviewer.Page.GetByText(reason)).ToBeVisibleAsync();
        await reviewer.LooksSoundAsync();
        await reviewer.Page.GetByLabel("维持原题").CheckAsync();
        await reviewer.Page.GetByLabel("理由").FillAsync("原文如此。");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(reviewer.Page.GetByText("已处理，申诉人会看到理由。")).ToBeVisibleAsync();

        await member.OpenAsync(attempt);
        await Expect(member.Page.Locator($"#question-{position} .appeal")).ToContainTextAsync("原文如此。");
    }

    private static async Task<string> TextOfAsync(Visitor learner, int position) => (await learner.Page.Locator($"#question-{position} .question-text").InnerTextAsync()).Split(". ", 2)[1];

    private static async Task BringAsync(Visitor secretary, string tag)
    {
        var gift = $"// [tag:{tag}]\n::一::{tag} 每月一次吗？{{T####依据\\:《演示条例》第一条}}\n\n// [tag:{tag}]\n::二::{tag} 哪一项？{{~甲 =乙 ~丙}}\n\n::三::配对{{=甲 -> 1 =乙 -> 2}}\n";
        await secretary.OpenAsync("/desk/questions/import");
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByLabel("试题文件").SetInputFilesAsync(new FilePayload { Name = "bank.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(gift) });
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "逐题检查" }).ClickAsync();
        await Expect(secretary.Page.GetByText("题库没有“matching”这种题型。")).ToBeVisibleAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "全部导入" }).ClickAsync();
        await Expect(secretary.Page.GetByText("题目已全部入库。")).ToBeVisibleAsync();
    }

    private static async Task MarkAsync(Visitor secretary)
    {
        await secretary.OpenAsync("/desk/marking");
        await secretary.LooksSoundAsync();
        await secretary.Page.Locator("main .list-title").First.ClickAsync();
        await secretary.LooksSoundAsync();
        await secretary.Page.GetByLabel("部分正确").CheckAsync();
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存评分" }).ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("评分已保存");
    }

    private async Task SignInAgainAsync(Visitor member)
    {
        await Expect(member.Page).ToHaveURLAsync(SignInPage());
        await member.SignInHereAsync(Portal.Account("member"));
    }

    [GeneratedRegex("^chrome-error")]
    private static partial Regex Broken();

    private static async Task ComeBackAsync(Visitor member, string attempt)
    {
        await Expect(member.Page).ToHaveURLAsync(Broken());
        // The browser would send the form again by itself as soon as it can.
        await member.Page.GotoAsync("about:blank");
        await member.Page.Context.SetOfflineAsync(false);
        await member.Page.GotoAsync(attempt);
    }

    /// <summary>The attempt under way, or a new one.</summary>
    private static async Task BeginAsync(Visitor learner)
    {
        await learner.OpenAsync("/quizzes");
        await learner.LooksSoundAsync();
        await learner.Page.GetByRole(AriaRole.Link, new() { Name = "数字素养与网络安全小测" }).ClickAsync();
        await learner.LooksSoundAsync();
        await learner.Page.Locator(".page-head .btn-primary").ClickAsync();
        await Expect(learner.Page.Locator("[data-position]").First).ToBeVisibleAsync();
        await learner.Page.WaitForLoadStateAsync();
    }

    private static async Task HandInAsync(Visitor learner)
    {
        await learner.Page.GetByRole(AriaRole.Button, new() { Name = "保存并交卷" }).ClickAsync();
        await Expect(learner.Page.GetByRole(AriaRole.Heading, new() { Name = "交卷" })).ToBeVisibleAsync();
        await learner.LooksSoundAsync();
        await learner.Page.GetByRole(AriaRole.Button, new() { Name = "交卷" }).ClickAsync();
        await Expect(learner.Page.Locator("#question-1")).ToBeVisibleAsync();
    }

    private static ILocator Question(Visitor learner, int position) => learner.Page.Locator($"[data-position='{position}']");

    private static ILocator State(Visitor learner) => learner.Page.Locator("[data-quiz-state]");

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInPage();
}
