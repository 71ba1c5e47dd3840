using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Jobs;
using PartyPortal.Domain.Maintaining;
using PartyPortal.Web.Features.Help;
using PartyPortal.Web.Features.Maintaining;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Maintaining;

/// <summary>Work on the portal is said in time, on kept pages too. A database of its own, because what is announced stands on every page, and time moves.</summary>
public sealed class MaintenanceTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly DateTime From = new(2026, 12, 1, 22, 0, 0);

    [Fact]
    public async Task Planned_work_stands_on_each_page_from_two_days_before_until_it_is_over()
    {
        var (stranger, administrator) = (await portal.As(Actor.Public), await portal.As(Actor.SystemAdministrator));
        var planned = await PlanAsync(administrator, "正在搬家", "The portal moves.");
        Assert.Equal(HttpStatusCode.Redirect, planned.Status);
        Assert.Null(Banner(await stranger.OpenAsync("/en/notices")));

        await KeepAsync(From.AddDays(-2));
        Assert.Contains("The portal moves.", Banner(await stranger.OpenAsync("/en/notices")));
        Assert.Contains("正在搬家", Banner(await stranger.OpenAsync("/notices")));
        Assert.Contains("The portal moves.", Banner(await administrator.OpenAsync("/en/desk")));
        Assert.Contains("Announced", (await stranger.OpenAsync("/en/status")).Text);

        await KeepAsync(From.AddMinutes(1));
        Assert.Contains("Maintenance is under way until:", Banner(await stranger.OpenAsync("/en/notices")));
        await KeepAsync(From.AddHours(2));
        Assert.Null(Banner(await stranger.OpenAsync("/en/notices")));
        Assert.Contains("Past maintenance", (await stranger.OpenAsync("/en/status")).Text);
    }

    [Fact]
    public async Task An_end_before_the_start_is_refused_at_its_field_and_what_was_typed_stays()
    {
        var refused = await PlanAsync(await portal.As(Actor.SystemAdministrator), "搜索", "Search", until: From.AddMinutes(-1));

        refused.IsRefusedWith("The end is not after the start.");
        Assert.Equal("The end is not after the start.", refused.Html.QuerySelector("#Until-error")!.TextContent);
        Assert.Equal("搜索", refused.Html.QuerySelector("#Affects")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Work_is_shifted_called_off_and_ended_early()
    {
        var administrator = await portal.As(Actor.SystemAdministrator);
        await PlanAsync(administrator, "搜索", "Search of today");
        var id = await LastAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await (await administrator.OpenAsync($"/en/admin/maintenance/{id}")).SubmitAsync(new { Until = "2026-12-02T01:00" })).Status);
        await (await administrator.OpenAsync("/en/admin/maintenance")).SubmitAsync(new { }, $"form[action$='/{id}/call-off']");
        Assert.Contains("Called off", (await administrator.OpenAsync("/en/admin/maintenance")).Text);
        Assert.DoesNotContain("Search of today", (await administrator.OpenAsync("/en/status")).Text);
        await administrator.FindsNothingAt($"/admin/maintenance/{id}");

        await PlanAsync(administrator, "邮件", "Mail of today");
        var next = await LastAsync();
        await KeepAsync(From.AddMinutes(1));
        await (await administrator.OpenAsync("/en/admin/maintenance")).SubmitAsync(new { }, $"form[action$='/{next}/end']");
        Assert.Null(Banner(await administrator.OpenAsync("/en/desk")));
    }

    [Fact]
    public async Task The_state_of_the_portal_is_said_in_plain_words_without_what_is_inside()
    {
        await portal.InDbAsync(async db =>
        {
            db.Add(new Job(Portal.Unique("Secret"), portal.Clock.UtcNow().AddHours(-3)));
            await db.SaveChangesAsync();
        });
        // What was looked at before counts for half a minute.
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        var page = await (await portal.As(Actor.Public)).OpenAsync("/en/status");
        var parts = page.Html.QuerySelectorAll("#parts > div").ToDictionary(part => part.QuerySelector("dt")!.TextContent, part => part.QuerySelector("dd")!.TextContent.Trim());

        Assert.Equal("Works", parts["Reading, writing and saving"]);
        Assert.Equal("Not in use", parts["Sending e-mail"]);
        Assert.Equal("Works with delay", parts["Work in the background: publishing, reminding, delivering"]);
        Assert.DoesNotContain("Secret", page.Answer.Body);
        Assert.DoesNotContain("Sqlite", page.Answer.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_database_that_is_away_is_known_though_its_engine_wraps_the_failure()
    {
        var gone = new SqliteException("gone", 14);

        Assert.True(DatabaseAway.Is(gone));
        Assert.True(DatabaseAway.Is(new InvalidOperationException("Likely due to a transient failure.", gone)));
        Assert.False(DatabaseAway.Is(new InvalidOperationException("A fault of our own.")));
    }

    [Fact]
    public async Task What_is_new_stands_in_both_languages_newest_first_with_this_version_marked()
    {
        var stranger = await portal.As(Actor.Public);
        var (chinese, english) = (await stranger.OpenAsync("/help/releases"), await stranger.OpenAsync("/en/help/releases"));

        Assert.Equal(ReleaseNotes.CurrentVersion, english.Html.QuerySelector("main section h2")!.GetAttribute("id")![1..].Trim());
        Assert.Single(english.Html.QuerySelectorAll("main .tag-good"));
        Assert.Equal(chinese.Html.QuerySelectorAll("main h2, main h3, main li").Length, english.Html.QuerySelectorAll("main h2, main h3, main li").Length);
        Assert.Equal(["1.10.0", "1.9.0", "1.0.0"], ReleaseNotes.Parse("# New\n\n## 1.9.0 · 2026\nx\n## 1.0.0 · 2025\nx\n## 1.10.0 · 2027\nx").Select(release => release.Version));
    }

    private static async Task<Answer> PlanAsync(Browser administrator, string affects, string english, DateTime? until = null) =>
        await (await administrator.OpenAsync("/en/admin/maintenance/new")).SubmitAsync(new { From = $"{From:yyyy-MM-ddTHH:mm}", Until = $"{until ?? From.AddHours(2):yyyy-MM-ddTHH:mm}", Affects = affects, AffectsInEnglish = english });

    private Task KeepAsync(DateTime shanghai) => portal.InDbAsync(db => new KeepMaintenance(portal.Services.GetRequiredService<CurrentSettings>()).RunAsync(db, PortalClock.ToUtc(shanghai)));

    private Task<int> LastAsync() => portal.InDbAsync(db => db.MaintenanceWindows.MaxAsync(m => m.Id));

    private static string? Banner(Page page) => page.Html.QuerySelector("aside.maintenance")?.TextContent;
}
