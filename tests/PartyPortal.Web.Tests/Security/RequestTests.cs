using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Security;

/// <summary>What may be sent to the portal with ill will: no token, more fields, other text than was asked for. Every address is met, since the routes name them.</summary>
public sealed class RequestTests(Portal portal)
{
    // Together they end a text, a comment, a number and a LIKE of all three engines, and begin a tag, an attribute and a script.
    private static readonly string[] Ill =
    [
        "' OR '1'='1", "1; DROP TABLE People--", "%' UNION SELECT PasswordHash FROM Users--", "\\'; SELECT pg_sleep(5)--", "1/**/OR/**/1=1", "[%_]%", "\u0000\r\nX: y", "𠮷\ud83d",
        "\"><img src=x onerror=alert(7)><script>alert(7)</script>", "javascript:alert(7)//", "{{7*7}}${7*7}",
    ];

    // They stand on cached pages, set the display cookie and can do nothing else.
    private static readonly string[] WithoutToken = ["/display", "/display/elder", "/messages/unsubscribe/{link}"];

    [Fact]
    public async Task Every_write_without_its_token_is_refused()
    {
        var actors = await ActorsAsync();
        var failures = new List<string>();

        foreach (var address in Addresses.Of(portal).Where(a => a.IsUnsafe && !WithoutToken.Contains(a.Template)))
        {
            var answer = await address.AskAsync(actors, address.Fill(Any));
            if (answer.Status is not HttpStatusCode.BadRequest) failures.Add($"{address} answers {(int)answer.Status}");
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Nothing_that_is_typed_into_an_address_breaks_a_page_or_is_run_by_it()
    {
        var actors = await ActorsAsync();
        var failures = new List<string>();

        foreach (var address in Addresses.Of(portal).Where(a => !a.HasParameters && a.Verb == "GET" && a.Inputs.Count > 0))
        {
            foreach (var ill in Ill)
            {
                var answer = await address.AskAsync(actors, $"{address.Template}?{string.Join('&', address.Inputs.Select(name => $"{name}={Uri.EscapeDataString(ill)}"))}");
                if ((int)answer.Status >= 500 || IsRun(answer)) failures.Add($"{address} with {ill} answers {(int)answer.Status}");
            }
        }

        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("/en/no-such-page/%22%3E%3Cimg%20src=x%20onerror=alert(7)%3E"), InlineData("/%3Cscript%3Ealert(7)%3C/script%3E"), InlineData("/error/404?x=%3Cscript%3Ealert(7)%3C/script%3E")]
    [InlineData("/sign-in?returnUrl=%22%3E%3Cscript%3Ealert(7)%3C/script%3E"), InlineData("/sign-in?returnUrl=javascript:alert(7)"), InlineData("/activate/%22%3E%3Cscript%3Ealert(7)%3C")]
    public async Task An_address_is_never_repeated_as_markup(string url)
    {
        var answer = await (await portal.As(Actor.Public)).GetAsync(url);

        Assert.True((int)answer.Status < 500, $"{(int)answer.Status}");
        Assert.False(IsRun(answer));
    }

    [Fact]
    public async Task Only_the_fields_of_a_form_are_taken_whatever_else_is_sent()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var elsewhere = await portal.PlantBranchAsync("Elsewhere");
        var li = await portal.PlantPersonAsync(branch, "Li Hua", Stage.Activist);
        var secretary = await portal.As(Actor.Secretary(branch));
        var page = await secretary.OpenAsync($"/people/{li.Id}/edit");

        var answer = await page.SubmitAsync(new { Name = "Li Huahua" }, more: Everything(typeof(Person), elsewhere.Id).Where(f => f.Name != "Id"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var after = await portal.InDbAsync(db => db.People.SingleAsync(p => p.Id == li.Id));
        Assert.Equal(("Li Huahua", branch.Id, Stage.Activist, (string?)null), (after.Name, after.BranchId, after.Stage, after.AccountId));
    }

    [Fact]
    public async Task A_notice_cannot_be_posted_as_published_approved_or_of_another_branch()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var elsewhere = await portal.PlantBranchAsync("Elsewhere");
        var title = Portal.Unique("Smuggled");
        var page = await (await portal.As(Actor.Secretary(branch))).OpenAsync("/desk/notices/new");

        await page.SubmitAsync(new { BranchId = branch.Id, Title = title, Body = "<p>x</p>", AudienceKind = "Internet" }, more: Everything(typeof(Notice), elsewhere.Id).Where(f => f.Name is not ("Id" or "Title" or "Body" or "Category" or "AudienceKind" or "BranchId" or "PublishAt" or "ExpiresAt" or "Version")));

        var notice = await portal.InDbAsync(db => db.Notices.SingleAsync(n => n.Title == title));
        Assert.Equal((NoticeState.Draft, branch.Id, (string?)null, (string?)null), (notice.State, notice.BranchId, notice.ApprovedBy, notice.PublishedBy));
    }

    [Fact]
    public async Task A_log_holds_no_password_code_or_forged_line()
    {
        await using var overheard = await OverheardPortal.StartAsync();
        var browser = await overheard.As(Actor.Public);
        const string Password = "correct-horse-7717-battery";

        await (await browser.OpenAsync("/sign-in")).SubmitAsync(new { Name = "nobody\r\nFORGED line one", Password });
        await browser.GetAsync("/no-such-page%0d%0aFORGED%20line%20two");
        await browser.GetAsync("/activate/SLIPCODE7717?x=%0d%0aFORGED");
        await browser.GetAsync("/sign-in?returnUrl=/attic-return-7717");

        var log = overheard.Log;
        Assert.Contains("/sign-in", log);
        foreach (var secret in new[] { Password, "SLIPCODE7717" }) Assert.DoesNotContain(secret, log);
        Assert.DoesNotContain(log.Split('\n'), line => line.StartsWith("FORGED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_hours_after_midnight_in_Beijing_belong_to_the_new_day()
    {
        await using var night = new Portal();
        await night.InitializeAsync();
        night.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 17, 30, 0, TimeSpan.Zero));
        var branch = await night.PlantBranchAsync("Physics");
        var secretary = await night.As(Actor.Secretary(branch));
        var created = await (await secretary.OpenAsync("/desk/notices/new")).SubmitAsync(new { BranchId = branch.Id, Title = "Night", Body = "<p>x</p>", AudienceKind = "Branch" });
        await (await secretary.FollowAsync(created)).SubmitAsync(new { }, "#publish");
        var form = await secretary.OpenAsync("/feedback");
        await form.SubmitAsync(new { Kind = "Praise", BranchId = form.Choice("BranchId", branch), Text = "Thank you" });

        Assert.Contains("2026年11月25日 01:30", (await secretary.OpenAsync(created.Location!)).Text);
        Assert.Equal(new DateTime(2026, 11, 24, 17, 30, 0, DateTimeKind.Utc), await night.InDbAsync(db => db.Notices.Select(n => n.PublishAt).SingleAsync()));
        Assert.Equal(new DateOnly(2026, 11, 25), await night.InDbAsync(db => db.FeedbackItems.Select(f => f.ReceivedOn).SingleAsync()));
    }

    [Theory, InlineData("/sign-in"), InlineData("/feedback"), InlineData("/people/import")]
    public async Task Where_people_write_or_upload_classified_matter_is_forbidden_in_words(string url)
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var browser = await portal.As(url == "/sign-in" ? Actor.Public : Actor.Secretary(branch));

        Assert.Contains("非涉密", (await browser.OpenAsync(url)).Text);
    }

    private async Task<List<Browser>> ActorsAsync()
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        return [await portal.As(Actor.OrganisationOffice), await portal.As(Actor.SystemAdministrator), await portal.As(Actor.SecurityAdministrator), await portal.As(Actor.Auditor), await portal.As(Actor.GeneralBranchSecretary(general))];
    }

    /// <summary>A value for every property of a stored row, as somebody would guess it.</summary>
    private static IEnumerable<(string Name, string Value)> Everything(Type entity, int elsewhere) => entity.GetProperties().Select(property => (property.Name, (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
    {
        var t when t == typeof(int) => $"{elsewhere}",
        var t when t == typeof(bool) => "true",
        var t when t == typeof(DateOnly) || t == typeof(DateTime) => "2001-01-01",
        { IsEnum: true } t => Enum.GetNames(t)[^1],
        _ => "smuggled",
    }));

    private static string Any(string parameter) => parameter.Contains("guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : parameter.Contains("int", StringComparison.Ordinal) ? "1" : "x";

    private static bool IsRun(Answer answer) =>
        answer.Html.QuerySelectorAll("script:not([src])").Any(s => s.TextContent.Contains("alert(7)", StringComparison.Ordinal))
        || answer.Html.QuerySelector("[onerror]") is not null
        || answer.Html.QuerySelector("[href^='javascript:' i], [action^='javascript:' i], [src^='javascript:' i]") is not null;
}
