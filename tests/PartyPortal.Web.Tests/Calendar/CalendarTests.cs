using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Calendar;

/// <summary>The days that concern a person, on the portal and under a secret address that tells little, to whoever has it.</summary>
public sealed class CalendarTests(Portal portal)
{
    [Theory, InlineData(""), InlineData("?span=Week"), InlineData("?span=7&day=2026-02-30"), InlineData("?day=%27;drop")]
    public async Task What_is_due_stands_on_its_day_and_a_bad_address_shows_today(string query)
    {
        var (_, member, title) = await PlantAsync();

        var page = await member.OpenAsync("/en/desk/calendar" + query);

        Assert.Contains("24 Nov", page.Html.QuerySelector(".calendar [aria-current=date]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(title, Entry(page, portal.Today.AddDays(2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_month_is_a_click_away_and_has_its_own_entries()
    {
        var (_, member, title) = await PlantAsync();

        var page = await member.OpenAsync("/en/desk/calendar?span=Month&day=2027-02-10");

        Assert.DoesNotContain(title, page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is due on these days.", page.Text);
    }

    [Fact]
    public async Task Who_publishes_sees_when_notices_end()
    {
        var (branch, _, title) = await PlantAsync();

        var page = await (await portal.As(Actor.Secretary(branch))).OpenAsync("/en/desk/calendar");

        Assert.Contains($"The notice ends: {title}", Entry(page, portal.Today.AddDays(2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_the_days_by_the_address_without_titles_or_persons()
    {
        var (_, member, title) = await PlantAsync();
        var address = await AddressAsync(member);

        var answer = await (await portal.As(Actor.Public)).GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.Status, answer.Message.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("BEGIN:VCALENDAR", answer.Body, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261126", answer.Body, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Confirm the notice: …", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(title, answer.Body, StringComparison.Ordinal);
        Assert.Contains("/en/desk/todo/open?to=", answer.Body.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_or_its_end_lets_the_old_one_lead_nowhere_and_a_wrong_one_is_an_empty_404()
    {
        var (_, member, _) = await PlantAsync();
        var anybody = await portal.As(Actor.Public);
        var first = await AddressAsync(member);
        var second = await AddressAsync(member);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(second)).Status);

        await (await member.OpenAsync("/en/desk/calendar")).SubmitAsync(new { }, "#end");

        foreach (var address in (string[])[first, second, "/calendar/x.ics", "/en/calendar/" + new string('0', 64) + ".ics"])
        {
            var answer = await anybody.GetAsync(address);
            Assert.Equal((HttpStatusCode.NotFound, ""), (answer.Status, answer.Body));
        }
    }

    [Fact]
    public async Task The_address_of_a_withdrawn_account_leads_nowhere()
    {
        var (_, member, _) = await PlantAsync();
        var address = await AddressAsync(member);
        await portal.InDbAsync(async db =>
        {
            (await db.Users.SingleAsync(a => a.Id == member.AccountId)).State = AccountState.Withdrawn;
            await db.SaveChangesAsync();
        });

        await (await portal.As(Actor.Public)).FindsNothingAt(address);
    }

    [Fact]
    public async Task The_address_opens_nothing_but_the_calendar()
    {
        var (_, member, _) = await PlantAsync();
        var anybody = await portal.As(Actor.Public);

        await anybody.GetAsync(await AddressAsync(member));

        Assert.Equal(HttpStatusCode.Redirect, (await anybody.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task The_address_comes_into_no_line_of_the_log()
    {
        await using var overheard = await OverheardPortal.StartAsync();
        var address = await AddressAsync(await overheard.As(Actor.Member(await overheard.PlantBranchAsync("Physics"))));
        Assert.Equal(HttpStatusCode.OK, (await (await overheard.As(Actor.Public)).GetAsync(address)).Status);
        await (await overheard.As(Actor.Public)).GetAsync(address.Replace(".ics", "0.ics", StringComparison.Ordinal));

        Assert.DoesNotContain(address.Split('/')[^1][..64], overheard.Log, StringComparison.Ordinal);
    }

    private static string Entry(Page page, DateOnly day) => page.Html.QuerySelector($".calendar li:has(time[datetime='{day:yyyy-MM-dd}'])")!.TextContent;

    private static async Task<string> AddressAsync(Browser person)
    {
        var answer = await (await person.OpenAsync("/en/desk/calendar")).SubmitAsync(new { }, "#renew");
        return new Uri(answer.Html.QuerySelector(".calendar-address")!.TextContent).PathAndQuery;
    }

    private async Task<(Branch Branch, Browser Member, string Title)> PlantAsync()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var now = portal.Clock.UtcNow();
        var title = Portal.Unique("Wang Wei’s talk");
        await portal.InDbAsync(async db =>
        {
            var notice = new Notice(branch.Id, new NoticeContent(title, "<p>The text</p>", NoticeCategory.Notice, AudienceKind.Branch) { AsksForConfirmation = true, ExpiresAt = now.AddDays(2) }, Viewer.System, now);
            notice.Publish(Viewer.System, now);
            db.Add(notice);
            return await db.SaveChangesAsync();
        });
        return (branch, await portal.As(new Actor(Branch: branch, Stage: Stage.FullMember)), title);
    }
}
