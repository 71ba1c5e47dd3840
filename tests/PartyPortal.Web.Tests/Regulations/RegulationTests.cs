using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Development;
using PartyPortal.Domain.Regulations;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Features.Help;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Quizzes;
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

    [Fact]
    public async Task What_a_material_and_a_question_rest_on_leads_to_the_article_where_the_shelf_has_it()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        const string rule = "《中国共产党党员教育管理工作条例》第二十条";
        var known = await portal.PlantMaterialAsync(branch, AudienceKind.Branch, content: c => c with { Regulation = rule + "；《某办法》第三条" });
        var unknown = await portal.PlantMaterialAsync(branch, AudienceKind.Branch, content: c => c with { Regulation = "《某办法》第三条" });
        var question = await portal.PlantQuestionAsync(branch, c => c with { Article = rule });
        var (member, author) = (await portal.As(Actor.Member(branch)), await portal.As(Actor.Secretary(branch)));

        var link = (await member.OpenAsync($"/study/{known}")).Html.QuerySelector("a[href*='/regulations/education']")!;

        Assert.Equal((rule, "/regulations/education/20"), (link.TextContent, link.GetAttribute("href")));
        Assert.Contains("<mark>", (await member.OpenAsync(link.GetAttribute("href")!)).Answer.Body);
        Assert.Contains("；《某办法》第三条", (await member.OpenAsync($"/study/{known}")).Text);
        Assert.Null((await member.OpenAsync($"/study/{unknown}")).Html.QuerySelector("main a[href*='/regulations/']"));
        Assert.NotNull((await author.OpenAsync($"/en/desk/questions/{question}")).Html.QuerySelector("a[href='/en/regulations/education/20']"));
    }

    [Fact]
    public async Task Authors_are_offered_the_titles_of_the_shelf()
    {
        var author = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));

        foreach (var (page, field) in (IEnumerable<(string, string)>)[("/en/desk/study/new/Article", "Regulation"), ("/en/desk/questions/new/Single", "Article")])
        {
            var form = (await author.OpenAsync(page)).Html;
            var list = form.QuerySelector($"datalist#{form.QuerySelector($"input[name={field}]")!.GetAttribute("list")}")!;
            Assert.Equal(RegulationShelf.All.Select(r => r.Title), list.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        }
    }

    [Fact]
    public async Task The_page_of_a_regulation_leads_to_the_help_and_the_courses_about_it()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var material = await portal.PlantMaterialAsync(branch, AudienceKind.Branch, content: c => c with { Regulation = "《中国共产党支部工作条例（试行）》第十一条" });
        var (course, other) = (await PlantCourseAsync(branch, "About branches", material), await PlantCourseAsync(branch, "A draft about branches", material, isPublished: false));
        var (member, stranger) = (await portal.As(Actor.Member(branch)), await portal.As(Actor.Public));

        Assert.NotNull((await member.OpenAsync("/en/regulations/branch")).Html.QuerySelector($"#courses a[href='/en/courses/{course}']"));
        Assert.Null((await member.OpenAsync("/en/regulations/branch")).Html.QuerySelector($"#courses a[href='/en/courses/{other}']"));
        Assert.Null((await stranger.OpenAsync("/en/regulations/branch")).Html.QuerySelector($"#courses a[href='/en/courses/{course}']"));
        Assert.NotNull((await stranger.OpenAsync("/en/regulations/development")).Html.QuerySelector("#help a[href='/en/help/terms']"));
    }

    [Fact]
    public void Each_regulation_that_an_article_of_the_help_rests_on_is_on_the_shelf()
    {
        Assert.All(HelpTopic.All.SelectMany(topic => topic.RestsOn), name => Assert.Contains(RegulationShelf.All, regulation => regulation.Name == name));
    }

    private Task<int> PlantCourseAsync(Branch branch, string title, int material, bool isPublished = true) => portal.InDbAsync(async db =>
    {
        var course = new Course(branch.Id, new CourseContent(title, StudyCategory.Rules, AudienceKind.Branch) { Outline = "All", Responsible = "The office" }, Viewer.System, portal.Clock.UtcNow());
        db.Add(course);
        await db.Branches.SingleAsync(b => b.Id == branch.Id);
        course.Add(await db.StudyMaterials.SingleAsync(m => m.Id == material), Viewer.System);
        if (isPublished) course.Publish(Viewer.System, portal.Clock.UtcNow());
        await db.SaveChangesAsync();
        return course.Id;
    });
}
