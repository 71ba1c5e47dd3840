using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Accounts;

/// <summary>Security rows 12 and 63: cookies behind TLS and without, and what a start in Production refuses.</summary>
public sealed class CookieTests(Portal portal)
{
    [Fact]
    public async Task Behind_tls_every_cookie_belongs_to_this_host_alone()
    {
        await using var own = new Portal().With("Portal:PublicAddress", "https://party.example.edu");
        await own.InitializeAsync();
        var browser = await own.As(Actor.Public);

        var cookies = await AllCookiesAsync(browser);

        Assert.Equal(["__Host-display", "__Host-portal.form"], cookies.Select(NameOf).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task On_plain_http_the_cookies_work_under_plain_names()
    {
        var cookies = await AllCookiesAsync(await portal.As(Actor.Public));

        Assert.Equal(["display", "portal.form"], cookies.Select(NameOf).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_page_without_news_sets_no_cookie_for_it() =>
        Assert.False((await (await portal.As(Actor.Public)).GetAsync("/about-this-site")).Message.Headers.Contains("Set-Cookie"));

    [Theory, InlineData(null, "names no https address"), InlineData("http://party.example.edu", "names no https address"), InlineData("https://party.example.edu", "names no proxy")]
    public void A_start_in_production_says_what_is_missing(string? address, string words)
    {
        using var console = new StringWriter();

        Assert.True(StartChecks.Pass(Settings(("Portal:PublicAddress", address)), Production, StartMode.From([]), console));
        Assert.Contains(words, console.ToString());
    }

    [Fact]
    public async Task Production_does_not_start_with_a_sample_secret()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PartyPortal.Web.dll"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Portal__DataFolder"] = Directory.CreateTempSubdirectory("portal-tests-").FullName;
        start.Environment["Database__Provider"] = "PostgreSql";
        start.Environment["Database__Connection"] = "Host=127.0.0.1;Port=1;Database=portal;Username=portal;Password=change-me";
        using var process = Process.Start(start)!;

        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("Database:Connection holds a sample secret.", said);
        Assert.DoesNotContain("change-me", said);
    }

    [Fact]
    public void The_demo_and_a_secret_of_ones_own_start()
    {
        using var console = new StringWriter();

        Assert.True(StartChecks.Pass(Settings(("Portal:PublicAddress", "https://party.example.edu"), ("Portal:Proxies", "10.0.0.2"), ("Database:Connection", "Password=9f!kQ2")), Production, StartMode.From([]), console));
        Assert.True(StartChecks.Pass(Settings(("Database:Connection", "Password=change-me")), Production, StartMode.From(["--demo"]), console));
        Assert.Equal("", console.ToString());
    }

    private static HostingEnvironment Production => new() { EnvironmentName = "Production" };

    private static IConfigurationRoot Settings(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build();

    private static async Task<List<string>> AllCookiesAsync(Browser browser)
    {
        var page = await browser.GetAsync("/sign-in");
        var elder = await browser.PostAsync("/display/elder", new FormUrlEncodedContent([new("on", "true")]));
        Assert.Equal(HttpStatusCode.Redirect, elder.Status);
        return [.. new[] { page, elder }.SelectMany(a => a.Message.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])];
    }

    private static string NameOf(string cookie) => cookie.Split('=')[0];
}
