using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Features.Help;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Search;

namespace PartyPortal.Web.Tests.Help;

/// <summary>Questions about the portal are answered in the portal, in both languages.</summary>
public sealed partial class HelpTests(Portal portal)
{
    public static TheoryData<string> Topics => [.. HelpTopic.All.Select(topic => topic.Name)];

    [Theory, MemberData(nameof(Topics))]
    public async Task An_article_is_read_in_both_languages_and_its_links_lead_somewhere(string name)
    {
        var stranger = await portal.As(Actor.Public);
        var (chinese, english) = (await stranger.OpenAsync($"/help/{name}"), await stranger.OpenAsync($"/en/help/{name}"));

        Assert.Equal(chinese.Html.QuerySelectorAll("article h2").Length, english.Html.QuerySelectorAll("article h2").Length);
        Assert.True(chinese.Html.QuerySelectorAll("article h2").Length >= 3);
        Assert.DoesNotMatch(Han(), english.Html.QuerySelector("article")!.TextContent.Replace("\"中文\"", "", StringComparison.Ordinal));
        var (links, foreign) = (Links(chinese), Links(english));
        Assert.Equal(links.Select(link => "/en" + link), foreign);
        foreach (var link in links) Assert.NotEqual(HttpStatusCode.NotFound, (await stranger.GetAsync(link)).Status);
    }

    [Fact]
    public async Task No_article_links_to_a_page_that_is_closed_to_its_reader()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        foreach (var actor in (Actor[])[Actor.Member(branch), Actor.Secretary(branch), Actor.OrganisationOffice, Actor.SystemAdministrator, Actor.SecurityAdministrator, Actor.Auditor])
        {
            var reader = await portal.As(actor);
            HashSet<string> links = [];
            foreach (var topic in HelpTopic.All) links.UnionWith(Links(await reader.OpenAsync($"/help/{topic.Name}")));

            Assert.NotEmpty(links);
            foreach (var link in links) Assert.NotEqual(HttpStatusCode.Forbidden, (await reader.GetAsync(link)).Status);
        }

        var closed = await (await portal.As(Actor.Member(branch))).OpenAsync("/help/administration");
        Assert.Empty(Links(closed));
        Assert.NotEmpty(closed.Html.QuerySelectorAll("article strong"));
    }

    [Fact]
    public async Task The_question_mark_of_every_page_opens_an_article_that_exists()
    {
        var office = await portal.As(Actor.OrganisationOffice);

        foreach (var address in Addresses.Of(portal).Where(a => !a.HasParameters && !a.IsUnsafe))
        {
            var answer = await office.GetAsync(address.Template);
            if (answer.Message.Content.Headers.ContentType?.MediaType != "text/html") continue;
            Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(answer.Html.QuerySelector("header .tools a")!.GetAttribute("href")!)).Status);
        }
    }

    [Theory]
    [InlineData("/desk/notices/new", "publishing")]
    [InlineData("/desk/feedback", "answering")]
    [InlineData("/desk", "desk")]
    [InlineData("/desk/deeds/new", "answering")]
    [InlineData("/development", "terms")]
    [InlineData("/feedback/done", "heard")]
    [InlineData("/ideas", "heard")]
    [InlineData("/menus", null)]
    [InlineData("/me", "my-record")]
    [InlineData("/messages", "messages")]
    [InlineData("/admin/roles", "administration")]
    public void A_page_has_the_article_that_is_nearest_to_it(string page, string? topic) => Assert.Equal(topic, HelpTopic.Of(new PathString(page))?.Name);

    [Fact]
    public void No_page_beginning_is_of_nothing_and_no_id_is_given_twice()
    {
        var templates = Addresses.Of(portal).Select(a => a.Template).Append("/error").ToList();

        Assert.All(HelpTopic.All.SelectMany(topic => topic.Pages), begin => Assert.Contains(templates, template => template.StartsWith(begin, StringComparison.Ordinal)));
        Assert.Equal(HelpTopic.All.Count, HelpTopic.All.Select(topic => topic.Id).Distinct().Count());
    }

    [Fact]
    public async Task Help_is_found_in_the_readers_language_by_the_words_of_both()
    {
        await portal.KeepIndexAsync();
        var reader = await portal.As(Actor.Public);

        Assert.Contains("/help/feedback", await reader.SearchAsync("回执编号", "&kind=Help"));
        Assert.Contains("/help/feedback", await reader.SearchAsync("receipt code", "&kind=Help"));
        var english = await reader.OpenAsync("/en/search?kind=Help&words=receipt+code");
        Assert.Contains("/en/help/feedback", english.Found());
        Assert.Contains("Giving feedback and reading the answer", english.Text);
        Assert.Contains("Your question is not here?", (await reader.OpenAsync("/en/search?kind=Help&words=zzzzzz")).Text);
    }

    [Fact]
    public async Task Ones_own_work_comes_first()
    {
        var branch = await portal.PlantBranchAsync("Physics");

        Assert.Equal("For everybody", await FirstAsync(Actor.Public));
        Assert.Equal("For members and applicants", await FirstAsync(Actor.Member(branch)));
        Assert.Equal("For secretaries and committees", await FirstAsync(Actor.Secretary(branch)));
        Assert.Equal("For offices and administrators", await FirstAsync(Actor.Auditor));
    }

    [Fact]
    public async Task The_glossary_stands_in_both_languages_and_an_unknown_article_nowhere()
    {
        var stranger = await portal.As(Actor.Public);
        var page = await stranger.OpenAsync("/en/help/glossary");

        Assert.Contains("党支部", page.Html.QuerySelectorAll("th[scope=row]").Select(cell => cell.TextContent));
        Assert.Contains("subject · form · tag", page.Text);
        Assert.DoesNotContain("---", page.Text);
        await stranger.FindsNothingAt("/help/nothing");
        await stranger.FindsNothingAt("/help/..%2Fglossary");
    }

    private static List<string> Links(Page page) => [.. page.Html.QuerySelectorAll("article a").Select(link => link.GetAttribute("href")!)];

    private async Task<string> FirstAsync(Actor actor) => (await (await portal.As(actor)).OpenAsync("/en/help")).Html.QuerySelector("main section h2")!.TextContent;

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
