namespace PartyPortal.Browser.Tests;

/// <summary>What somebody has begun to write in a form.</summary>
public sealed class Drafts(RunningPortal portal) : Journey(portal)
{
    private const string Form = "/desk/circles/new";

    [Fact]
    public async Task A_text_of_two_lines_that_was_changed_and_not_saved_is_there_again_and_so_is_what_was_chosen()
    {
        var secretary = await SignInAsAsync("secretary", Device.Desktop);
        var (introduction, audience, title) = (secretary.Page.Locator("#Introduction"), secretary.Page.Locator("#AudienceKind"), $"测验 {Guid.NewGuid():N}"[..12]);
        await secretary.OpenAsync("/desk/quizzes/new");
        await secretary.Page.Locator("#Title").FillAsync(title);
        await introduction.FillAsync("第一行\n第二行");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await secretary.Page.GetByRole(AriaRole.Link, new() { Name = "编辑", Exact = true }).ClickAsync();
        await Expect(introduction).ToHaveValueAsync("第一行\n第二行");

        await introduction.FillAsync("改过的第一行\n第二行");
        var chosen = await audience.EvaluateAsync<string>("list => [...list.options].find(o => !o.selected && o.value).value");
        await audience.SelectOptionAsync(chosen);
        await secretary.Page.ReloadAsync();

        await Expect(introduction).ToHaveValueAsync("改过的第一行\n第二行");
        await Expect(audience).ToHaveValueAsync(chosen);
    }

    [Fact]
    public async Task What_was_begun_is_there_again_and_what_is_typed_before_the_script_has_come_stays()
    {
        var secretary = await SignInAsAsync("secretary", Device.Phone);
        var (title, purpose) = (secretary.Page.Locator("#Title"), secretary.Page.Locator("#Purpose"));
        await secretary.OpenAsync(Form);
        await title.FillAsync("先前的名称");
        await purpose.FillAsync("先前的说明");
        await secretary.OpenAsync(Form);
        await Expect(title).ToHaveValueAsync("先前的名称");

        var typed = new TaskCompletionSource();
        await secretary.Page.RouteAsync("**/js/forms*", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await secretary.Page.GotoAsync(Form, new() { WaitUntil = WaitUntilState.Commit });
        await title.FillAsync("后来的名称");
        typed.SetResult();

        await Expect(purpose).ToHaveValueAsync("先前的说明");
        await Expect(title).ToHaveValueAsync("后来的名称");
    }
}
