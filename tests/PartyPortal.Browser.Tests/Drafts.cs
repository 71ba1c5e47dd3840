namespace PartyPortal.Browser.Tests;

/// <summary>What somebody has begun to write in a form.</summary>
public sealed class Drafts(RunningPortal portal) : Journey(portal)
{
    private const string Form = "/desk/circles/new";

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
