using System.Net;
using System.Text.RegularExpressions;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.About;

public sealed partial class AboutTests(Portal portal)
{
    public static readonly TheoryData<string> Pages = ["/accessibility", "/privacy", "/about-this-site", "/sitemap", "/display"];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_stranger_reads_it_in_Chinese_and_in_English(string page)
    {
        var stranger = await portal.As(Actor.Public);

        var chinese = await stranger.OpenAsync(page);
        var english = await stranger.OpenAsync("/en" + page);

        Assert.Equal("zh-CN", chinese.Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", english.Html.DocumentElement.GetAttribute("lang"));
        Assert.Single(english.Html.QuerySelectorAll("h1"));
        foreach (var foreign in english.Html.QuerySelectorAll("[lang=zh-CN]")) foreign.Remove();
        Assert.DoesNotMatch(Han(), new Answer(default, null, english.Html.DocumentElement.OuterHtml, null!).Text);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task It_names_its_address_in_both_languages_and_carries_no_inline_script_or_style(string page)
    {
        var english = await (await portal.As(Actor.Public)).OpenAsync("/en" + page);

        Assert.EndsWith("/en" + page, english.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("localhost" + page, english.Html.QuerySelector("link[hreflang=zh-CN]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(english.Html.QuerySelectorAll("style, script:not([src]), [style], [onclick], [onsubmit], [onload]"));
    }

    [Fact]
    public async Task Every_page_says_that_this_is_no_classified_system()
    {
        var page = await (await portal.As(Actor.Public)).OpenAsync("/sitemap");

        Assert.Contains("非涉密系统，严禁上传涉密信息", page.Html.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_page_speaks_the_language_of_the_address()
    {
        var member = await portal.As(Actor.PlainAccount);

        var answer = await member.GetAsync("/en/there/is/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("There is nothing here for you.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Number of this request", answer.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
