using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

/// <summary>
/// Eighty hostile texts, sent raw past the editor into every field that others read, on a portal of its own. Opened in a real browser none of them does
/// anything: no dialog, no script error, no console line, no attempt that the content policy had to stop.
/// </summary>
public sealed partial class HostileText(RunningPortal shared) : IAsyncLifetime
{
    private const string Run = "alert(7)";

    private static readonly string[] Texts =
    [
        .. from tag in new[] { "img src=x onerror", "svg onload", "svg/onload", "body onload", "video src=x onerror", "audio src=x onerror", "details open ontoggle", "input autofocus onfocus", "select autofocus onfocus", "textarea autofocus onfocus", "marquee onstart", "iframe onload", "object onerror", "embed onload", "math onfocus", "a href=# onclick", "p onmouseover", "form onsubmit", "button autofocus onfocus", "style onload" }
           from end in new[] { "=" + Run + ">", "='" + Run + "'//" }
           select $"<{tag}{end}",
        $"<script>{Run}</script>", $"<ScRiPt>{Run}</sCrIpT>", $"<script src=data:text/javascript,{Run}></script>", $"<script/x>{Run}</script>", $"<<script>{Run}//<</script>", $"\"><script>{Run}</script>", $"'><script>{Run}</script>", $"</textarea><script>{Run}</script>", $"</title><script>{Run}</script>", $"</style><script>{Run}</script>",
        $"<a href=\"javascript:{Run}\" autofocus>x</a>", $"<a href=\"java\tscript:{Run}\">x</a>", $"<a href=\"&#106;avascript:{Run}\">x</a>", $"<a href=\"JaVaScRiPt:{Run}\">x</a>", $"<a href=\"data:text/html,<script>{Run}</script>\">x</a>", $"<a href=\"vbscript:{Run}\">x</a>", $"<form action=\"javascript:{Run}\"><button>x</button></form>", $"<button formaction=\"javascript:{Run}\">x</button>", $"<iframe src=\"javascript:{Run}\"></iframe>", $"<iframe srcdoc=\"<script>parent.{Run}</script>\"></iframe>",
        $"<object data=\"javascript:{Run}\"></object>", $"<embed src=\"javascript:{Run}\">", $"<meta http-equiv=\"refresh\" content=\"0;url=javascript:{Run}\">", "<base href=\"https://example.invalid/\">", "<link rel=stylesheet href=\"https://example.invalid/x.css\">", "<style>@import 'https://example.invalid/x.css';</style>", "<p style=\"background:url(https://example.invalid/x)\">x</p>", "<p style=\"position:fixed;inset:0;background:#fff\">x</p>", $"<svg><script>{Run}</script></svg>", $"<svg><a xlink:href=\"javascript:{Run}\"><text y=9>x</text></a></svg>",
        $"<svg><animate onbegin={Run} attributeName=x dur=1s></svg>", $"<math><mtext></p><img src=x onerror={Run}></mtext></math>", $"<noscript><p title=\"</noscript><img src=x onerror={Run}>\">", $"<template><img src=x onerror={Run}></template>", $"<!--><img src=x onerror={Run}>-->", $"<![CDATA[<img src=x onerror={Run}>]]>", $"&lt;img src=x onerror={Run}&gt;", "{{constructor.constructor('" + Run + "')()}}", "${" + Run + "}", $"<table><td background=\"javascript:{Run}\">x",
    ];

    private PortalProcess _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalProcess.StartAsync(["--demo", .. PortalProcess.WithoutPrograms]);

    [Fact]
    public async Task None_of_eighty_hostile_texts_does_anything()
    {
        Assert.Equal(80, Texts.Length);
        var secretary = await ArriveAsync("secretary");
        var office = await ArriveAsync("organisation-office");
        var home = await BranchOfAsync(secretary);

        foreach (var text in Texts) await secretary.OpenAsync(await WriteNoticeAsync(secretary, home, text));
        foreach (var text in Texts) await AddPersonAsync(secretary, home, text);
        foreach (var part in Texts.Chunk(16)) await SendFeedbackAsync(secretary, home, string.Join('\n', part));
        await DescribeBranchAsync(office, home, string.Join('\n', Texts)[..1900]);

        foreach (var page in (string[])["/desk/notices", "/people?Words=%3C", "/people", "/desk/feedback", $"/branches/{home}", "/desk"])
        {
            await secretary.OpenAsync(page);
            await secretary.OpenInEnglishAsync(page);
        }

        await secretary.Page.GotoAsync("/desk/feedback");
        await secretary.Page.Locator(".list-title").First.ClickAsync();
        // A picture that is not there is looked for and not found: that much a writer may do.
        var troubles = secretary.Troubles.Concat(office.Troubles).Where(trouble => !trouble.StartsWith("404 for", StringComparison.Ordinal));
        Assert.Empty(troubles);
    }

    private async Task<Visitor> ArriveAsync(string role)
    {
        var visitor = await Visitor.ArriveAsync(shared.Browser, _portal.Address, Device.Desktop, ColorScheme.Light);
        await visitor.SignInAsync(_portal.Accounts[role]);
        return visitor;
    }

    private static async Task<string> BranchOfAsync(Visitor secretary)
    {
        await secretary.OpenAsync("/people/new");
        return await secretary.Page.Locator("[name=BranchId] option:not([value=''])").First.GetAttributeAsync("value") ?? "";
    }

    private static async Task<string> WriteNoticeAsync(Visitor secretary, string branch, string text)
    {
        var answer = await PostAsync(secretary, "/desk/notices/new", new() { ["BranchId"] = branch, ["Title"] = text[..Math.Min(text.Length, 120)], ["Category"] = "Notice", ["AudienceKind"] = "Branch", ["Body"] = $"<p>{text}</p>{text}" });
        Assert.Equal(302, answer.Status);
        return answer.Headers["location"];
    }

    private static async Task AddPersonAsync(Visitor secretary, string branch, string text)
    {
        var answer = await PostAsync(secretary, "/people/new", new() { ["BranchId"] = branch, ["Name"] = text[..Math.Min(text.Length, 40)], ["Stage"] = "Applicant", ["Since"] = "2025-09-01" });
        Assert.True(answer.Status is 302 or 422, $"{answer.Status}");
    }

    private static async Task SendFeedbackAsync(Visitor sender, string branch, string text)
    {
        var answer = await PostAsync(sender, "/feedback", new() { ["Kind"] = "Problem", ["BranchId"] = branch, ["Text"] = text, ["Named"] = "true", ["Name"] = text[..50], ["FormKey"] = Guid.NewGuid().ToString() });
        Assert.Equal(200, answer.Status);
    }

    private static async Task DescribeBranchAsync(Visitor office, string branch, string text)
    {
        await office.OpenAsync($"/admin/branches/{branch}/edit");
        var fields = await office.Page.EvaluateAsync<Dictionary<string, string>>("Object.fromEntries(new FormData(document.querySelector('main form[method=post]')))");
        fields["Introduction"] = text;
        var answer = await PostAsync(office, $"/admin/branches/{branch}/edit", fields);
        Assert.Equal(302, answer.Status);
    }

    /// <summary>As a hand-made request would be: the page's token and any fields, no editor and no browser checks.</summary>
    private static async Task<IAPIResponse> PostAsync(Visitor visitor, string path, Dictionary<string, string> fields)
    {
        var form = visitor.Page.APIRequest.CreateFormData();
        foreach (var (name, value) in fields.Where(f => f.Key != "__RequestVerificationToken")) form.Set(name, value);
        form.Set("__RequestVerificationToken", Token().Match(await (await visitor.Page.APIRequest.GetAsync(path)).TextAsync()).Groups[1].Value);
        return await visitor.Page.APIRequest.PostAsync(path, new() { Form = form, MaxRedirects = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_portal is not null) await _portal.DisposeAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
