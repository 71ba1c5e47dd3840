namespace PartyPortal.Browser.Tests.Rig;

/// <summary>What people do on many pages.</summary>
internal static class Steps
{
    public static Task LooksSoundAsync(this Visitor visitor) => visitor.Page.ShouldBeSoundAsync();

    /// <summary>Presses a button that sends a form which is looked at in the page first: the page before is gone when this returns.</summary>
    public static Task SendAsync(this ILocator button) => button.Page.LeadsOnAsync(() => button.ClickAsync());

    /// <summary>Does what leads to another page, and waits for that.</summary>
    public static async Task LeadsOnAsync(this IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => { window.isBefore = true; }");
        await act();
        await page.WaitForFunctionAsync("() => !window.isBefore && document.readyState !== 'loading'");
    }

    /// <summary>A short list of organisations is chosen from, a long one typed.</summary>
    public static async Task ChooseBranchAsync(this IPage page, string field, string branch)
    {
        var control = page.Locator($"main [name='{field}']").First;
        if (await control.EvaluateAsync<string>("e => e.tagName") == "SELECT") await control.SelectOptionAsync(new SelectOptionValue { Label = branch });
        else await control.FillAsync(branch);
    }

    public static async Task WriteRichTextAsync(this Visitor visitor, string text)
    {
        await visitor.Page.Locator("[contenteditable=true]").First.ClickAsync();
        await visitor.Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>The code of the slip is typed from paper, a password chosen, and its holder is in.</summary>
    public static async Task UseSlipAsync(this Visitor visitor, string code, string password)
    {
        await visitor.OpenAsync("/activate");
        await visitor.LooksSoundAsync();
        await visitor.Page.GetByLabel("账号单上的编码").FillAsync(code);
        await visitor.Page.GetByRole(AriaRole.Main).Locator("button.btn-primary").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "设置密码" })).ToBeVisibleAsync();
        await visitor.LooksSoundAsync();
        await visitor.Page.GetByLabel("密码").FillAsync(password);
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "保存并登录" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台" })).ToBeVisibleAsync();
    }
}
