using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Security;

/// <summary>Signed-in work only from named networks. Hosts of their own, because the setting holds for everybody.</summary>
public sealed class NetworkZoneTests
{
    // The browsers of the tests come from 10.0.0.0/8.
    private const string Campus = "Campus 10.0.0.0/8; VPN 172.16.0.0/12";
    private const string Elsewhere = "203.0.113.7";

    [Fact]
    public async Task From_elsewhere_only_public_pages_open_and_the_rest_says_how_to_get_in()
    {
        await using var portal = await StartAsync();
        var stranger = From(await portal.As(Actor.Public), Elsewhere);
        foreach (var open in (string[])["/", "/notices", "/notices/feed", "/feedback", "/help", "/status", "/css/portal.css", "/health/live"]) Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(open)).Status);

        foreach (var shut in (string[])["/sign-in", "/sign-in/code", "/activate", "/desk", "/preview/abc", "/preview/abc/files/1", "/people", "/people/export", "/messages", "/slips", "/admin/settings"])
        {
            var (chinese, english) = (await stranger.GetAsync(shut), await stranger.GetAsync("/en" + shut));
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (chinese.Status, english.Status));
            Assert.Contains("从这里只能打开公开页面", chinese.Text);
            Assert.Contains("From here only public pages open.", english.Text);
            Assert.Equal(["Connect to: Campus", "Connect to: VPN"], english.Html.QuerySelectorAll("main li").Select(line => line.TextContent));
            Assert.Contains("vpn.example.edu", english.Text);
            Assert.DoesNotContain("10.0.0.0", english.Body);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostAsync("/sign-in")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostAsync("/uploads")).Status);
    }

    [Fact]
    public async Task A_session_from_elsewhere_is_a_strangers()
    {
        await using var portal = await StartAsync();
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));
        Assert.NotNull((await secretary.OpenAsync("/en")).Html.QuerySelector(".side-menu"));
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync("/people")).Status);

        From(secretary, Elsewhere);

        Assert.Null((await secretary.OpenAsync("/en")).Html.QuerySelector(".side-menu"));
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync("/people")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync("/me")).Status);
        From(secretary, "127.0.0.1");
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync("/people")).Status);
    }

    [Fact]
    public async Task Only_a_named_proxy_says_for_whom_it_asks()
    {
        await using (var unnamed = await StartAsync())
        {
            var forger = From(await unnamed.As(Actor.Public), Elsewhere);
            forger.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "10.1.1.1");
            Assert.Equal(HttpStatusCode.Forbidden, (await forger.GetAsync("/sign-in")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await From(forger, "127.0.0.1").GetAsync("/sign-in")).Status);
        }

        await using var named = await StartAsync(("Portal:Proxies", "198.51.100.4"));
        var (inside, outside) = (From(await named.As(Actor.Public), "198.51.100.4"), From(await named.As(Actor.Public), "198.51.100.4"));
        inside.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "10.1.1.1");
        outside.Http.DefaultRequestHeaders.Add("X-Forwarded-For", Elsewhere);
        Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync("/sign-in")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await outside.GetAsync("/sign-in")).Status);
    }

    [Fact]
    public async Task A_list_that_would_lock_out_whoever_sets_it_is_refused()
    {
        await using var portal = new Portal();
        await portal.InitializeAsync();
        var administrator = await portal.As(Actor.SystemAdministrator);
        var form = await administrator.OpenAsync("/en/admin/settings");

        var refused = await form.SubmitAsync(Networks("VPN 172.16.0.0/12"), "form[data-draft]");
        refused.IsRefusedWith("is in none of these networks: you would lock yourself out.");
        Assert.Equal("VPN 172.16.0.0/12", refused.Html.QuerySelector("[name='Values.SignedInNetworks']")!.GetAttribute("value"));
        (await form.SubmitAsync(Networks("Campus 10/8/8"), "form[data-draft]")).IsRefusedWith("is no network.");
        Assert.False(await portal.InDbAsync(db => db.Settings.AnyAsync(s => s.Key == nameof(PortalSettings.SignedInNetworks))));

        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync(Networks(Campus), "form[data-draft]")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/desk")).Status);
        administrator.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "10.1.1.1");
        (await form.SubmitAsync(Networks(Campus + "; Lab 192.0.2.0/24"), "form[data-draft]")).IsRefusedWith("A proxy stands before the portal");
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_shuts_everywhere_but_on_the_machine_itself_where_it_is_mended()
    {
        await using var portal = await StartAsync();
        await portal.InDbAsync(async db => { (await db.Settings.FindAsync(nameof(PortalSettings.SignedInNetworks)))!.Value = "Campus 10/8/8"; await db.SaveChangesAsync(); });
        var (stranger, administrator) = (await portal.As(Actor.Public), await portal.As(Actor.SystemAdministrator));

        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/notices")).Status);
        var shut = await stranger.GetAsync("/en/sign-in");
        Assert.Equal(HttpStatusCode.Forbidden, shut.Status);
        Assert.Contains("See vpn.example.edu", shut.Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync("/desk")).Status);
        var said = await stranger.OpenAsync("/en/status");
        Assert.Equal("Does not work", said.Html.QuerySelectorAll("#parts div").Single(part => part.QuerySelector("dt")!.TextContent == "Signing in").QuerySelector("dd")!.TextContent);
        Assert.DoesNotContain("cannot be read", said.Text);

        From(administrator, "127.0.0.1");
        Assert.Contains("The networks of the settings cannot be read", (await administrator.OpenAsync("/en/status")).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await (await administrator.OpenAsync("/en/admin/settings")).SubmitAsync(Networks(Campus), "form[data-draft]")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/sign-in")).Status);
    }

    [Fact]
    public async Task The_log_says_that_the_list_cannot_be_read_and_the_operator_opens_the_door_meanwhile()
    {
        await using var shut = await OverheardPortal.StartAsync();
        await using var lifted = await StartAsync(("Portal:Networks", "off"));
        foreach (var portal in (Portal[])[shut, lifted])
        {
            await portal.InDbAsync(async db => { if (await db.Settings.FindAsync(nameof(PortalSettings.SignedInNetworks)) is { } row) db.Remove(row); await db.SaveChangesAsync(); });
            await portal.SetAsync(nameof(PortalSettings.SignedInNetworks), "Campus 10/8/8");
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await (await shut.As(Actor.Public)).GetAsync("/sign-in")).Status);
        Assert.Contains("The setting SignedInNetworks cannot be read", shut.Log);
        Assert.Equal(HttpStatusCode.OK, (await From(await lifted.As(Actor.Public), Elsewhere).GetAsync("/sign-in")).Status);
    }

    [Fact]
    public async Task The_operator_opens_the_door_again()
    {
        await using var portal = await StartAsync(("Portal:Networks", "off"));

        Assert.Equal(HttpStatusCode.OK, (await From(await portal.As(Actor.Public), Elsewhere).GetAsync("/sign-in")).Status);
    }

    private static Dictionary<string, object> Networks(string text) => new() { ["Values.SignedInNetworks"] = text };

    private static async Task<Portal> StartAsync(params (string Key, string Value)[] deployment)
    {
        var portal = new Portal();
        foreach (var (key, value) in deployment) portal.With(key, value);
        await portal.InitializeAsync();
        await portal.SetAsync(nameof(PortalSettings.SignedInNetworks), Campus);
        await portal.SetAsync(nameof(PortalSettings.HowToGetIn), "See vpn.example.edu");
        return portal;
    }

    private static Browser From(Browser browser, string address)
    {
        browser.Http.DefaultRequestHeaders.Remove(TestAddress.Header);
        browser.Http.DefaultRequestHeaders.Add(TestAddress.Header, address);
        return browser;
    }
}
