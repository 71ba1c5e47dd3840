using System.Net;
using Microsoft.AspNetCore.Hosting;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Security;

/// <summary>Security rows 20 and 21: what a request says about its host, scheme and sender is believed of nobody but a named proxy.</summary>
public sealed class HostTests(Portal portal)
{
    [Theory, InlineData("/notices"), InlineData("/sitemap.xml"), InlineData("/robots.txt"), InlineData("/notices/feed")]
    public async Task A_forged_host_scheme_or_sender_gets_into_no_link(string url)
    {
        using var host = portal.WithWebHostBuilder(web => web.UseSetting("Portal:PublicAddress", "http://party.example.edu"));
        using var http = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Host = "evil.example";
        foreach (var (name, value) in new[] { ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "6.6.6.6"), ("Forwarded", "host=evil.example") }) request.Headers.Add(name, value);

        var body = await (await http.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("evil.example", body, StringComparison.Ordinal);
        Assert.DoesNotContain("https://party.example.edu", body, StringComparison.Ordinal);
        Assert.Contains("http://party.example.edu", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_named_proxy_a_forwarded_scheme_changes_nothing()
    {
        var stranger = await portal.As(Actor.Public);
        stranger.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var answer = await stranger.GetAsync("/desk");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith("http://localhost/", new Uri(new Uri("http://localhost"), answer.Location!).ToString(), StringComparison.Ordinal);
        Assert.False(answer.Message.Headers.Contains("Strict-Transport-Security"));
    }
}
