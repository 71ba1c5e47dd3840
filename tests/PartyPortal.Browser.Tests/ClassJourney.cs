namespace PartyPortal.Browser.Tests;

/// <summary>A secretary makes a class and notes who came; a member signs up for it, and marks a passage of a starter course's lesson.</summary>
public sealed class ClassJourney(RunningPortal portal) : Journey(portal)
{
    [Fact]
    public async Task A_class_is_made_announced_and_a_member_signs_up_and_withdraws_on_a_phone()
    {
        var secretary = await SignInAsAsync("secretary", Device.Desktop);
        var title = $"支部读书班{Guid.NewGuid():N}"[..12];
        await secretary.OpenAsync("/desk/classes/new");
        await secretary.Page.ShouldBeSoundAsync();
        await FillAsync(secretary, ("Title", title), ("Purpose", "一起读一本书"), ("Quota", "5"), ("LastSignUpOn", $"{DateTime.UtcNow.AddDays(3):yyyy-MM-dd}"), ("Responsible", "支部"));
        await PressAsync(secretary, "保存培训班");
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "添加课次" }).ClickAsync();
        await FillAsync(secretary, ("On", $"{DateTime.UtcNow.AddDays(6):yyyy-MM-dd}"), ("From", "19:00"), ("Until", "21:00"), ("Where", "活动室"), ("Hours", "2"));
        await secretary.Page.ShouldBeSoundAsync();
        await PressAsync(secretary, "添加课次");
        await PressAsync(secretary, "发布培训班");
        await secretary.Page.ShouldBeSoundAsync();

        var member = await SignInAsAsync("member", Device.Phone);
        await member.OpenAsync("/classes");
        await member.Page.ShouldBeSoundAsync();
        await member.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await PressAsync(member, "报名");
        await Expect(member.Page.GetByText("您已获得名额。")).ToBeVisibleAsync();
        await member.Page.ShouldBeSoundAsync();
        await member.Page.GetByRole(AriaRole.Link, new() { Name = "退出培训班" }).ClickAsync();
        await member.Page.ShouldBeSoundAsync();
        await PressAsync(member, "退出培训班");
        await Expect(member.Page.GetByText("已退出，名额留给他人。")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_lists_of_a_class_that_was_held_are_sound()
    {
        var secretary = await SignInAsAsync("secretary", Device.Desktop);
        await secretary.OpenAsync("/desk/classes");
        await secretary.Page.ShouldBeSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "入党积极分子培训班" }).ClickAsync();
        await secretary.Page.ShouldBeSoundAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "到课情况" }).Last.ClickAsync();
        await secretary.Page.ShouldBeSoundAsync();
        await secretary.Page.GoBackAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "签名表" }).Last.ClickAsync();
        await secretary.Page.ShouldBeSoundAsync();
        await secretary.OpenAsync("/desk/courses/starters");
        await secretary.Page.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task A_member_marks_a_passage_and_finds_it_marked_again()
    {
        var member = await SignInAsAsync("member", Device.Phone);
        await member.OpenAsync("/study?Words=钓鱼链接");
        await member.Page.GetByRole(AriaRole.Link, new() { Name = "认出钓鱼链接和仿冒页面" }).ClickAsync();
        var take = member.Page.GetByRole(AriaRole.Button, new() { Name = "引用选中的文字" });
        // The script shows it, and listens from then on.
        await Expect(take).ToBeVisibleAsync();
        var passage = await member.Page.EvaluateAsync<string>("() => { const p = document.querySelectorAll('.article p')[1]; getSelection().selectAllChildren(p); return p.textContent; }");
        await take.ClickAsync();
        await member.Page.GetByLabel("笔记", new() { Exact = true }).FillAsync("看清域名");
        await PressAsync(member, "保存笔记");

        await member.Page.WaitForFunctionAsync("wanted => [...document.querySelectorAll('.article mark')].map(m => m.textContent).join('').replace(/\\s/g, '') === wanted.replace(/\\s/g, '')", passage);
        await member.Page.ShouldBeSoundAsync();
        await member.OpenAsync("/my/notes");
        await Expect(member.Page.GetByText("看清域名")).ToBeVisibleAsync();
        await member.Page.ShouldBeSoundAsync();
    }

    private static async Task FillAsync(Visitor visitor, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields) await visitor.Page.Locator($"main [name={field}]").FillAsync(value);
    }

    private static Task PressAsync(Visitor visitor, string button) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
