namespace PartyPortal.Browser.Tests;

/// <summary>A secretary makes a course, a member takes it on two devices to its certificate, and a stranger checks the paper.</summary>
public sealed class CourseJourney(RunningPortal portal) : Journey(portal)
{
    // What is done in one course is done in each: every device has materials of its own.
    private static readonly Dictionary<string, (string First, string Second)> Materials = new()
    {
        ["phone"] = ("党课备课五步法", "毕业生组织关系转接十问"),
        ["desktop"] = ("主题党日选题二十例", "个人信息保护"),
        ["wechat"] = ("怎样做一份理论学习笔记", "主题党日回顾短片"),
    };

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_course_is_made_taken_and_certified(string device)
    {
        var title = $"支部新成员第一课 {device} {Guid.NewGuid().ToString("N")[..6]}";
        await MakeAsync(title, Materials[device]);

        var first = await SignInAsAsync("member", Device.Named(device));
        await first.OpenAsync("/courses");
        await first.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await first.Page.ShouldBeAccessibleAsync();
        await first.Page.ShouldFitNarrowPhonesAsync();
        await first.Page.GetByRole(AriaRole.Link, new() { Name = "开始学习" }).ClickAsync();
        await first.Page.ShouldBeAccessibleAsync();
        await first.Page.ShouldFitNarrowPhonesAsync();
        if (device != "wechat") await NoteAsync(first);
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "标记为已学完" }).ClickAsync();
        await Expect(first.Page.GetByText("第2课，共2课")).ToBeVisibleAsync();

        var second = await SignInAsAsync("member", Device.Desktop, ColorScheme.Dark);
        await second.OpenAsync("/my/study");
        await second.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "继续" }).ClickAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "标记为已学完" }).ClickAsync();
        await Expect(second.Page.GetByText("您已学完本课程。").First).ToBeVisibleAsync();
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "学习证书" }).ClickAsync();
        await second.Page.ShouldBeAccessibleAsync();
        var code = await second.Page.Locator(".poster b").InnerTextAsync();

        var stranger = await VisitAsync(Device.Named(device));
        await stranger.OpenAsync("/certificates");
        await stranger.Page.GetByLabel("证书编码").FillAsync(code);
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "查验证书" }).ClickAsync();
        await Expect(stranger.Page.GetByText("证书真实有效。")).ToBeVisibleAsync();
        await Expect(stranger.Page.GetByText(title)).ToBeVisibleAsync();
        await stranger.Page.ShouldBeAccessibleAsync();
        await stranger.Page.ShouldFitNarrowPhonesAsync();
    }

    /// <summary>A passage is chosen in the lesson and marked; the learner is still in the course.</summary>
    private static async Task NoteAsync(Visitor learner)
    {
        var lesson = learner.Page.Url;
        await learner.Page.EvaluateAsync("() => document.getSelection().selectAllChildren(document.querySelector('[data-noted] .article p'))");
        var passage = await learner.Page.Locator("[data-noted] .article p").First.InnerTextAsync();
        await learner.Page.GetByRole(AriaRole.Button, new() { Name = "引用选中的文字" }).ClickAsync();
        await learner.Page.GetByRole(AriaRole.Button, new() { Name = "保存笔记" }).ClickAsync();
        await Expect(learner.Page).ToHaveURLAsync(lesson);
        await Expect(learner.Page.Locator("[data-noted] mark").First).ToBeVisibleAsync();
        await Expect(learner.Page.Locator("[data-highlight]").Last).ToHaveTextAsync(passage);
    }

    private async Task MakeAsync(string title, (string First, string Second) materials)
    {
        var author = await SignInAsAsync("secretary", Device.Desktop);
        await author.OpenAsync("/desk/courses/new");
        await author.Page.GetByLabel("标题").FillAsync(title);
        await author.Page.GetByLabel("主题").SelectOptionAsync(new SelectOptionValue { Label = "党务实务" });
        await author.Page.GetByLabel("发布范围").SelectOptionAsync(new SelectOptionValue { Label = "仅本支部" });
        await author.Page.GetByLabel("课程大纲").FillAsync("认识支部，参加活动");
        await author.Page.GetByLabel("负责人").FillAsync("支部委员会");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "保存课程" }).ClickAsync();

        await author.Page.GetByRole(AriaRole.Link, new() { Name = "添加各课" }).First.ClickAsync();
        foreach (var material in new[] { materials.First, materials.Second })
        {
            await author.Page.GetByRole(AriaRole.Searchbox, new() { Name = "关键词", Exact = true }).FillAsync(material);
            await author.Page.GetByRole(AriaRole.Button, new() { Name = "查看" }).SendAsync();
            await author.Page.GetByRole(AriaRole.Checkbox, new() { Name = $"选择 {material}" }).CheckAsync();
            await author.Page.GetByRole(AriaRole.Button, new() { Name = "添加所选" }).ClickAsync();
        }

        await author.Page.ShouldBeAccessibleAsync();
        await author.Page.GetByRole(AriaRole.Link, new() { Name = "返回课程" }).ClickAsync();
        await author.Page.GetByRole(AriaRole.Button, new() { Name = $"上移：{materials.Second}" }).ClickAsync();
        await author.Page.ShouldBeAccessibleAsync();
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Expect(author.Page.GetByText("课程已发布。")).ToBeVisibleAsync();
    }
}
