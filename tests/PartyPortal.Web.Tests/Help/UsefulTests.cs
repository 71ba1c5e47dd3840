using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Features.Help;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Search;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Search;

namespace PartyPortal.Web.Tests.Help;

/// <summary>What readers say of a page, and what they searched in vain: without who they are. A database of its own, because the list counts all of it.</summary>
public sealed class UsefulTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_reader_says_once_in_a_session_whether_a_page_was_useful()
    {
        var reader = await portal.As(Actor.Public);
        var words = Portal.Unique("How do I print? ");
        var form = await FormAsync(reader, "/en/help/study");
        var thanks = await reader.FollowAsync(await form.SubmitAsync(new { Text = words }));
        Assert.Contains("Thank you. Those who write the pages read it.", thanks.Text);

        (await form.SubmitAsync(new { Text = "Again" })).IsRefusedWith("You have said so about this page already.");
        Assert.Equal(HttpStatusCode.Redirect, (await (await FormAsync(reader, "/en/help/desk")).SubmitAsync(new { Useful = true })).Status);
        var kept = await portal.InDbAsync(db => db.PageOpinions.SingleAsync(o => o.Text == words.Trim()));
        Assert.Equal(("/help/study", false, portal.Today), (kept.Page, kept.IsUseful, kept.On));
    }

    [Fact]
    public async Task Words_that_are_too_long_are_cut_and_this_is_said()
    {
        var reader = await portal.As(Actor.Public);
        var answer = await (await FormAsync(reader, "/en/help/display")).SubmitAsync(new { Text = Portal.Unique("Long") + new string('x', 600) });

        Assert.Contains("Only the first 500 characters of your words were kept.", (await reader.FollowAsync(answer)).Text);
        Assert.Equal(PageOpinion.TextMaxLength, await portal.InDbAsync(db => db.PageOpinions.Where(o => o.Page == "/help/display").Select(o => o.Text!.Length).SingleAsync()));
    }

    [Fact]
    public async Task The_question_leaves_the_page_in_the_cache_of_strangers()
    {
        var reader = await portal.As(Actor.Public);
        await reader.GetAsync("/en/help/search");
        var again = await reader.GetAsync("/en/help/search");

        Assert.NotNull(again.Message.Headers.Age);
        Assert.False(again.Message.Headers.Contains("Set-Cookie"));
    }

    [Theory, InlineData("/help/nothing"), InlineData("/guides/999999"), InlineData("/desk"), InlineData("https://example.com/")]
    public async Task Nothing_is_asked_about_another_page(string page)
    {
        var reader = await portal.As(Actor.Public);
        await reader.FindsNothingAt($"/help/useful?page={Uri.EscapeDataString(page)}");

        var form = await FormAsync(reader, "/en/help/slips");
        Assert.Contains((await form.SubmitAsync(new { Page = page })).Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity]);
    }

    [Fact]
    public async Task Those_who_write_see_what_helped_least_first_and_nobody_else_does()
    {
        foreach (var useful in (bool[])[false, false, true]) await SayAsync("/help/audit", useful);
        await SayAsync("/help/organisation", false);

        var page = await (await portal.As(Actor.OrganisationOffice)).OpenAsync("/en/desk/help");
        var rows = page.Html.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.True(rows.FindIndex(row => row.Contains("The record", StringComparison.OrdinalIgnoreCase) || row.Contains("audit", StringComparison.OrdinalIgnoreCase)) < rows.FindIndex(row => row.Contains("organisation", StringComparison.OrdinalIgnoreCase)), string.Join(" | ", rows));
        await (await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")))).IsRefusedAt("/desk/help");
    }

    [Fact]
    public async Task Words_that_the_help_does_not_know_are_counted_by_day_and_no_look_writes_anything()
    {
        await portal.KeepIndexAsync();
        var reader = await portal.As(Actor.Public);
        const string Words = "qqzzxx";
        for (var i = 0; i < 3; i++) await reader.GetAsync($"/en/search?kind=Help&words={Words}");
        await reader.GetAsync("/en/search?kind=Help&words=13800138000");
        Assert.False(await portal.InDbAsync(db => db.MissedSearches.AnyAsync(m => m.Words == Words)));

        await KeepAsync(portal.Today);
        Assert.Equal(3, await portal.InDbAsync(db => db.MissedSearches.Where(m => m.Words == Words).Select(m => m.Times).SingleAsync()));
        Assert.False(await portal.InDbAsync(db => db.MissedSearches.AnyAsync(m => m.Words.StartsWith("138"))));
        Assert.Contains(Words, (await (await portal.As(Actor.OrganisationOffice)).OpenAsync("/en/desk/help")).Text);
    }

    [Fact]
    public async Task What_was_said_is_deleted_when_its_days_are_over()
    {
        await SayAsync("/help/answering", false);
        await KeepAsync(portal.Today.AddDays(180));
        Assert.True(await portal.InDbAsync(db => db.PageOpinions.AnyAsync(o => o.Page == "/help/answering")));

        await KeepAsync(portal.Today.AddDays(181));
        Assert.False(await portal.InDbAsync(db => db.PageOpinions.AnyAsync(o => o.Page == "/help/answering")));
    }

    private static async Task<Page> FormAsync(Browser reader, string page) =>
        await reader.OpenAsync((await reader.OpenAsync(page)).Html.QuerySelectorAll(".useful a")[1].GetAttribute("href")!);

    private Task SayAsync(string page, bool useful) => portal.InDbAsync(db =>
    {
        db.Add(new PageOpinion(page, useful, null, portal.Today));
        return db.SaveChangesAsync();
    });

    private Task KeepAsync(DateOnly day) => portal.InDbAsync(db =>
        new KeepMissedSearches(portal.Services.GetRequiredService<MissedWords>(), portal.Services.GetRequiredService<CurrentSettings>()).RunAsync(db, PortalClock.ToUtc(day.ToDateTime(new TimeOnly(9, 0)))));
}
