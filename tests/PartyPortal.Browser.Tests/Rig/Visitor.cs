using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests.Rig;

/// <summary>A person at a browser: own cookies, own device. Script errors, dialogs, policy violations and lost files are kept as troubles.</summary>
public sealed partial class Visitor
{
    private const string TellViolations =
        "document.addEventListener('securitypolicyviolation', e => console.error(`policy violated: ${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`));";

    private readonly ConcurrentQueue<string> _troubles = new();
    private readonly IBrowserContext _context;

    public Device Device { get; }

    public IPage Page { get; private set; } = null!;

    public IReadOnlyCollection<string> Troubles => _troubles;

    private Visitor(IBrowserContext context, Device device) => (_context, Device) = (context, device);

    internal static async Task<Visitor> ArriveAsync(IBrowser browser, Uri portal, Device device, ColorScheme scheme)
    {
        var context = await browser.NewContextAsync(device.Options(portal, scheme));
        context.SetDefaultTimeout(15_000);
        await context.AddInitScriptAsync(TellViolations);

        var visitor = new Visitor(context, device);
        visitor.Watch();
        visitor.Page = await context.NewPageAsync();
        return visitor;
    }

    private void Watch()
    {
        _context.Console += (_, message) =>
        {
            // A refused form answers 422 to the document itself; lost files are heard of below.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Trouble($"console: {message.Text}", message.Page);
        };
        _context.WebError += (_, error) => Trouble($"script: {error.Error}", error.Page);
        _context.Dialog += async (_, dialog) =>
        {
            Trouble($"dialog: {dialog.Message}", dialog.Page);
            await dialog.DismissAsync();
        };
        _context.Response += (_, response) =>
        {
            // A refusal that the page tells in words is no lost file.
            var isTold = response.Request.ResourceType == "document" || response.Status == 422;
            if (response.Status >= (isTold ? 500 : 400)) Trouble($"{response.Status} for {response.Url}", null);
        };
    }

    private void Trouble(string what, IPage? page) => _troubles.Enqueue(page is null ? what : $"{what} (on {page.Url})");

    /// <summary>Opens an address of the portal, which must answer 200.</summary>
    public async Task OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answered {answer.Status}.");
    }

    public async Task SignInAsync(DemoAccount account)
    {
        await OpenAsync("/sign-in");
        await SignInHereAsync(account);
    }

    /// <summary>On the page for it, wherever it leads to.</summary>
    public async Task SignInHereAsync(DemoAccount account)
    {
        await Page.GetByLabel(Name()).FillAsync(account.UserName);
        await Page.GetByLabel("密码").FillAsync(account.Password);
        await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Expect(Page).Not.ToHaveURLAsync(SignInPage());
    }

    /// <summary>The same page under its English address.</summary>
    public Task OpenInEnglishAsync(string path) => OpenAsync("/en" + path);

    /// <summary>For the readme and the pages of docs: docs/pictures/NAME.png, made when PORTAL_PICTURES=1.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_PICTURES") != "1") return;
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "pictures", name + ".png") });
    }

    internal async Task KeepEvidenceAsync()
    {
        var folder = Path.Combine(Repository.Root, "TestResults", "browser");
        var name = TestContext.Current.Test?.TestDisplayName.Split('.')[^1] ?? "journey";
        name = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{Device}.png"), FullPage = true });
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}-{Device}.html"), $"<!-- {Page.Url} -->\n{await Page.ContentAsync()}");
    }

    internal Task LeaveAsync() => _context.CloseAsync();

    [GeneratedRegex("^用户名")]
    private static partial Regex Name();

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInPage();
}
