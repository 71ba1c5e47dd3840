using PartyPortal.Web.Features.Help;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Help;

/// <summary>All about one's work on one page, to be printed.</summary>
public sealed class ManualTests(Portal portal)
{
    [Theory, InlineData("everybody", HelpReader.Everybody), InlineData("member", HelpReader.Member), InlineData("secretary", HelpReader.Secretary), InlineData("administrator", HelpReader.Administrator)]
    public async Task A_manual_holds_every_article_of_its_readers_with_contents_and_version(string name, HelpReader reader)
    {
        var (chinese, english) = (await (await portal.As(Actor.Public)).OpenAsync($"/help/manual/{name}"), await (await portal.As(Actor.Public)).OpenAsync($"/en/help/manual/{name}"));
        var topics = HelpTopic.All.Where(topic => topic.Reader == reader).Select(topic => topic.Name).ToList();

        Assert.Equal(topics, english.Html.QuerySelectorAll("main article").Select(chapter => chapter.Id));
        Assert.Equal(topics.Select(topic => "#" + topic), english.Html.QuerySelectorAll("main nav ol li a[href^='#']").Select(link => link.GetAttribute("href")));
        Assert.Contains(ReleaseNotes.CurrentVersion, english.Text);
        Assert.Empty(english.Html.QuerySelectorAll("article h1"));
        Assert.Equal(english.Html.QuerySelectorAll("article h3").Length, chinese.Html.QuerySelectorAll("article h3").Length);
    }

    [Fact]
    public async Task There_is_no_manual_for_nobody() => await (await portal.As(Actor.Public)).FindsNothingAt("/help/manual/nobody");

    [Fact]
    public void A_chapter_that_was_read_through_for_an_older_version_says_so()
    {
        var topic = HelpTopic.All[0] with { CheckedFor = "1.9.0" };

        Assert.True(topic.IsOutdatedIn("1.10.0"));
        Assert.False(topic.IsOutdatedIn("1.9.0"));
    }
}
