using System.Net;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Development;

public sealed class DevelopmentTests(Portal portal)
{
    [Fact]
    public async Task Anybody_works_out_the_terms_and_reads_the_article_they_rest_on()
    {
        var page = await (await portal.As(Actor.Public)).OpenAsync("/development?Activist=2026-03-31&Candidate=2027-03-30&Approval=2028-01-31");

        var terms = page.Html.QuerySelectorAll("#terms li").Select(li => li.TextContent).ToList();
        Assert.Equal(3, terms.Count);
        Assert.Contains("2027年3月31日", terms[1]);
        Assert.Contains("所填日期过早", terms[1]);
        Assert.Contains("第13条", terms[1]);
        Assert.Contains("2028年2月29日", terms[2]);
        Assert.Contains("待核", terms[2]);
    }

    [Fact]
    public async Task An_impossible_order_is_told_beside_its_field_and_what_was_typed_is_kept()
    {
        var page = await (await portal.As(Actor.Public)).GetAsync("/en/development?Meeting=2026-05-02&Approval=2026-05-01");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("lies before that of an earlier step", page.Html.QuerySelector("#Approval-error")!.TextContent);
        Assert.Equal("2026-05-02", page.Html.QuerySelector("#Meeting")!.GetAttribute("value"));
        Assert.Null(page.Html.QuerySelector("#terms"));
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_told_beside_its_field()
    {
        var page = await (await portal.As(Actor.Public)).GetAsync("/en/development?Activist=2026-02-30");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEqual("", page.Html.QuerySelector("#Activist-error")!.TextContent.Trim());
    }
}
