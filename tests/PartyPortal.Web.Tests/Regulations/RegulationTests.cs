using System.Net;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Development;
using PartyPortal.Domain.Regulations;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Regulations;

public sealed class RegulationTests(Portal portal)
{
    [Fact]
    public async Task Every_regulation_opens_for_everybody_and_its_ways_into_the_portal_lead_somewhere()
    {
        var stranger = await portal.As(Actor.Public);
        foreach (var regulation in RegulationShelf.All)
        {
            var page = await stranger.OpenAsync($"/en/regulations/{regulation.Name}");
            Assert.Contains(regulation.Title, page.Text);
            var ways = page.Html.QuerySelectorAll(".facts a").Select(a => a.GetAttribute("href")!).ToHashSet();
            Assert.Equal(regulation.Articles.Select(a => a.Page).OfType<string>().Distinct().Select(p => "/en" + p).Order(), ways.Order());
            foreach (var way in ways) await stranger.OpenAsync(way);
        }
    }

    [Fact]
    public async Task An_unknown_article_shows_the_list_of_those_that_are_here()
    {
        var stranger = await portal.As(Actor.Public);

        var answer = await stranger.GetAsync("/en/regulations/development/99");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("There is no entry for article 99.", answer.Body);
        Assert.Contains("Article 13", answer.Body);
        Assert.Contains("<mark>", (await stranger.GetAsync("/en/regulations/development/13")).Body);
        await stranger.FindsNothingAt("/en/regulations/nothing");
    }

    [Fact]
    public void Each_article_that_the_terms_of_development_rest_on_is_on_the_shelf()
    {
        var shelf = RegulationShelf.All.Single(r => r.Title == DevelopmentRules.Of2026.Title).Articles;

        Assert.All(DevelopmentRules.Of2026.Terms, term => Assert.Contains(shelf, article => article.Number == $"{term.Article}" && article.IsVerified == term.IsVerified));
    }

    [Fact]
    public async Task A_material_that_quotes_a_regulation_is_offered_to_who_may_study_it()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var title = Portal.Unique("Quoting");
        await portal.PlantMaterialAsync(branch, AudienceKind.Branch, content: c => c with { Title = title, Regulation = "《个人信息保护法》第六条" });

        Assert.Contains(title, (await (await portal.As(Actor.Member(branch))).OpenAsync("/regulations/personal-data")).Text);
        Assert.DoesNotContain(title, (await (await portal.As(Actor.Public)).OpenAsync("/regulations/personal-data")).Text);
    }
}
