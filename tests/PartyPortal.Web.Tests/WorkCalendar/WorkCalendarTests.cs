using System.Net;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.WorkCalendar;

public sealed class WorkCalendarTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Days_are_entered_listed_and_taken_back_and_the_audit_knows_it()
    {
        var office = await portal.As(Actor.OrganisationOffice);
        Assert.Contains("Nothing is entered for 2026", (await office.OpenAsync("/en/admin/calendar")).Text);

        var saved = await EnterAsync(office, "2026-12-31", "2027-01-02", name: "Turn of the year");
        var list = await office.FollowAsync(saved);
        Assert.Contains("Turn of the year", list.Text);
        Assert.DoesNotContain("Nothing is entered", list.Text);

        await list.SubmitAsync(new { }, "main tr:has(th:contains('Turn')) form");
        Assert.DoesNotContain("Turn of the year", (await office.OpenAsync("/en/admin/calendar")).Html.QuerySelector("main table")?.TextContent ?? "");
        Assert.Equal(1, await portal.InDbAsync(db => Task.FromResult(db.Audit.Count(a => a.Action == "SpecialDays.Deleted"))));
    }

    [Theory]
    [InlineData("2026-10-03", "2026-10-01", false, "The last day lies before the first.")]
    [InlineData("2026-10-01", "2026-10-16", false, "At most 15 days at once.")]
    [InlineData("2026-10-01", "2026-10-01", true, "Monday to Friday are worked anyhow.")]
    [InlineData("", "2026-10-01", false, "Fill in: From day.")]
    public async Task Bad_days_are_refused_at_their_field(string from, string until, bool areWorked, string sentence) =>
        (await EnterAsync(await portal.As(Actor.SystemAdministrator), from, until, areWorked)).IsRefusedWith(sentence);

    [Fact]
    public async Task A_day_that_is_entered_already_is_refused()
    {
        var office = await portal.As(Actor.SystemAdministrator);
        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync(office, "2028-05-01", "2028-05-05")).Status);

        (await EnterAsync(office, "2028-05-05", "")).IsRefusedWith("One of these days is entered already.");
    }

    private static async Task<Answer> EnterAsync(Browser office, string from, string until, bool areWorked = false, string name = "New Year") =>
        await (await office.OpenAsync("/en/admin/calendar/create")).SubmitAsync(new { Name = name, From = from, Until = until, AreWorked = areWorked });
}
