using System.Net;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Audit;

/// <summary>The auditor's page.</summary>
public sealed class AuditTests(Portal portal)
{
    [Fact]
    public async Task The_auditor_finds_a_deed_by_its_name_and_day()
    {
        var deed = await RecordAsync(1);
        var auditor = await portal.As(Actor.Auditor);

        Assert.Contains(deed, (await auditor.OpenAsync($"/en/admin/audit?deed={deed}&from={portal.Today:yyyy-MM-dd}&until={portal.Today:yyyy-MM-dd}")).Text);
        Assert.DoesNotContain(deed, (await auditor.OpenAsync($"/en/admin/audit?deed={deed}&until=2001-01-01")).Text);
    }

    [Fact]
    public async Task What_an_account_did_is_found_by_its_user_name()
    {
        var deed = await RecordAsync(1);

        var page = await (await portal.As(Actor.Auditor)).OpenAsync($"/en/admin/audit?deed={deed}&userName=nobody-of-this-name");

        Assert.Contains("Nothing was recorded that matches.", page.Text);
    }

    [Fact]
    public async Task A_long_record_goes_on_without_a_gap_or_a_row_twice()
    {
        var deed = await RecordAsync(51);
        var auditor = await portal.As(Actor.Auditor);

        var first = await auditor.OpenAsync($"/en/admin/audit?deed={deed}");
        var second = await auditor.OpenAsync(first.Html.QuerySelector(".pager a")!.GetAttribute("href")!);

        Assert.Equal([50, 1], new[] { first, second }.Select(page => page.Html.QuerySelectorAll("tbody tr").Length));
        Assert.Empty(Subjects(first).Intersect(Subjects(second)));
    }

    [Theory, InlineData("from=31.12.x"), InlineData("from=0001-01-01&until=0001-01-01"), InlineData("from=9999-12-31&until=9999-12-31"), InlineData("role=Emperor"), InlineData("branchCode=%25"), InlineData("after=x"), InlineData("deed=%25")]
    public async Task A_mistyped_question_is_answered_all_the_same(string query) =>
        Assert.Equal(HttpStatusCode.OK, (await (await portal.As(Actor.Auditor)).GetAsync("/admin/audit?" + query)).Status);

    [Fact]
    public async Task An_administrator_does_not_read_the_audit() => await (await portal.As(Actor.SystemAdministrator)).IsRefusedAt("/admin/audit");

    private static IEnumerable<string> Subjects(Page page) => page.Html.QuerySelectorAll("tbody tr td:nth-child(6)").Select(cell => cell.TextContent);

    private async Task<string> RecordAsync(int times)
    {
        var deed = Portal.Unique("Deed.Tested");
        await portal.InDbAsync(async db =>
        {
            for (var number = 1; number <= times; number++) db.Record(deed, $"Row {number}");
            await db.SaveChangesAsync();
        });
        return deed;
    }
}
