using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Security;

/// <summary>Security rows 60, 61 and 68: what fails says what to do and its number, and nothing of the inside.</summary>
public sealed class ErrorPageTests(Portal portal)
{
    private static readonly string[] Inside = ["   at ", "Exception", "PartyPortal.Web", "Microsoft.", "SELECT", "SQLite", "Npgsql", "/home/", "/tmp/", "appsettings"];

    public static readonly TheoryData<string> Usual =
    [
        "/.git/HEAD", "/.git/config", "/.gitignore", "/.svn/entries", "/.hg/", "/.env", "/.env.local", "/.DS_Store", "/.htaccess", "/.htpasswd", "/.vscode/settings.json", "/.idea/workspace.xml",
        "/web.config", "/appsettings.json", "/appsettings.Development.json", "/appsettings.Production.json", "/PartyPortal.Web.dll", "/PartyPortal.Web.pdb", "/PartyPortal.Web.deps.json", "/PartyPortal.Web.runtimeconfig.json",
        "/portal.db", "/portal.db-wal", "/data/portal.db", "/files/", "/keys/", "/keys/fields.json", "/keys/cookies/", "/imports/", "/logs/", "/log.txt",
        "/backup", "/backup.zip", "/backup.sql", "/backup.tar.gz", "/dump.sql", "/db.sql", "/site.zip", "/www.zip", "/portal.bak", "/index.html.bak", "/index.php", "/phpinfo.php", "/phpmyadmin/", "/wp-login.php", "/wp-admin/", "/admin.php",
        "/swagger", "/swagger/v1/swagger.json", "/openapi/v1.json", "/graphql", "/metrics", "/trace.axd", "/elmah.axd", "/hangfire", "/actuator/health", "/server-status", "/debug", "/_framework/blazor.boot.json",
        "/wwwroot/", "/css/", "/js/", "/lib/", "/css/portal.css.map", "/lib/bootstrap/bootstrap.min.css.map", "/js/forms.js~", "/%2e%2e/appsettings.json", "/..%2fappsettings.json", "/css/..%5cappsettings.json", "/obj/project.assets.json", "/bin/Debug/",
    ];

    [Theory, MemberData(nameof(Usual))]
    public async Task What_is_usually_looked_for_is_not_there(string path)
    {
        var answer = await (await portal.As(Actor.Public)).GetAsync(path);

        Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path} answers {(int)answer.Status}");
        TellsNothing(answer);
    }

    [Theory, InlineData("TRACE", "/"), InlineData("PUT", "/notices"), InlineData("DELETE", "/notices/1"), InlineData("PATCH", "/feedback")]
    public async Task A_verb_that_a_page_does_not_know_is_refused(string verb, string url)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), url);
        var answer = await Answer.OfAsync(await (await portal.As(Actor.Public)).Http.SendAsync(request));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        TellsNothing(answer);
    }

    [Theory, InlineData(400), InlineData(403), InlineData(404), InlineData(405), InlineData(409), InlineData(413), InlineData(415), InlineData(429), InlineData(500)]
    public async Task Each_failure_has_a_page_with_its_number_and_a_way_on(int code)
    {
        foreach (var language in new[] { "", "/en" })
        {
            var answer = await (await portal.As(Actor.Public)).GetAsync($"{language}/error/{code}");

            Assert.Equal(code, (int)answer.Status);
            Assert.NotNull(answer.Html.QuerySelector("main h1"));
            Assert.NotNull(answer.Html.QuerySelector("main a[href]"));
            TellsNothing(answer);
        }
    }

    [Theory, InlineData("application/json", "{}"), InlineData("text/xml", "<x/>"), InlineData("application/x-www-form-urlencoded", "Text=x")]
    public async Task What_is_no_form_of_ours_is_refused(string type, string body)
    {
        var answer = await (await portal.As(Actor.Public)).PostAsync("/feedback", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        TellsNothing(answer);
    }

    [Fact]
    public async Task Without_its_database_the_portal_says_so_and_nothing_else_to_strangers_and_to_those_signed_in()
    {
        await using var broken = new OwnPortal();
        await broken.InitializeAsync();
        var member = await broken.As(Actor.Member(await broken.PlantBranchAsync("Physics")));
        await broken.InDbAsync(db => db.Database.EnsureDeletedAsync());

        foreach (var browser in new[] { await broken.As(Actor.Public), member })
        {
            var answer = await browser.GetAsync("/en/notices");

            Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
            Assert.Contains("Something went wrong on our side.", answer.Text);
            TellsNothing(answer);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await (await broken.As(Actor.Public)).GetAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await broken.As(Actor.Public)).GetAsync("/health/live")).Status);
    }

    private static void TellsNothing(Answer answer) => Assert.All(Inside, word => Assert.DoesNotContain(word, answer.Body, StringComparison.Ordinal));
}
