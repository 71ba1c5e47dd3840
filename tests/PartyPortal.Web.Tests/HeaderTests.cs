using System.Net;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests;

/// <summary>Security rows 13, 14, 42, 60, 68: what every answer says, errors included.</summary>
public sealed class HeaderTests(Portal portal)
{
    [Theory, InlineData("/about-this-site"), InlineData("/no-such-page"), InlineData("/css/portal.css"), InlineData("/health/live"), InlineData("/error/500")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        var answer = await (await portal.As(Actor.Public)).GetAsync(address);

        var policy = answer.Message.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Equal("nosniff", answer.Message.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Message.Headers.Contains("Server"));
    }

    [Theory, InlineData("/.git/config"), InlineData("/appsettings.json"), InlineData("/portal.db"), InlineData("/web.config"), InlineData("/.env"), InlineData("/backup.zip"), InlineData("/swagger"), InlineData("/wwwroot/"), InlineData("/css/"), InlineData("/PartyPortal.Web.dll")]
    public async Task What_is_not_a_page_is_not_served(string address) => await (await portal.As(Actor.Public)).FindsNothingAt(address);

    [Fact]
    public async Task A_missing_page_says_what_to_do_and_tells_nothing_else()
    {
        var answer = await (await portal.As(Actor.Public)).GetAsync("/en/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("There is nothing here for you.", answer.Text);
        Assert.DoesNotContain("   at ", answer.Body);
        Assert.DoesNotContain("PartyPortal.Web", answer.Body);
    }

    [Fact]
    public async Task The_readiness_page_is_green_once_every_migration_is_applied() =>
        Assert.Equal("Healthy", (await (await portal.As(Actor.Public)).GetAsync("/health/ready")).Body);
}
