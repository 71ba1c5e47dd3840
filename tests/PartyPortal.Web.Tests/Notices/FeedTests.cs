using System.Net;
using System.Xml.Linq;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Notices;

/// <summary>What leaves for feed readers, search engines and chats: public notices and nothing else.</summary>
public sealed class FeedTests(Portal portal)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_feed_of_an_organisation_holds_public_notices_of_it_and_below_whoever_asks()
    {
        var (college, physics, history) = await PlantAsync();
        var (inside, members, elsewhere) = (await PublishAsync(physics, AudienceKind.Internet), await PublishAsync(physics, AudienceKind.Branch), await PublishAsync(history, AudienceKind.Internet));

        foreach (var actor in new[] { Actor.Public, Actor.Member(physics), Actor.OrganisationOffice })
        {
            var answer = await (await portal.As(actor)).GetAsync($"/branches/{college.Id}/feed");
            var titles = XDocument.Parse(answer.Body).Descendants(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value).ToList();

            Assert.Equal("application/atom+xml", answer.Message.Content.Headers.ContentType!.MediaType);
            Assert.Equal([inside.Title], titles);
            Assert.DoesNotContain(members.Title, answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(elsewhere.Title, answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_entry_leads_to_its_notice_in_the_language_of_the_feed_and_keeps_one_id()
    {
        var (_, physics, _) = await PlantAsync();
        var notice = await PublishAsync(physics, AudienceKind.Internet, "<p>Bring <b>both</b> &amp; a pen</p><p>Room 2</p>");
        var stranger = await portal.As(Actor.Public);

        var chinese = XDocument.Parse((await stranger.GetAsync($"/branches/{physics.Id}/feed")).Body).Descendants(Atom + "entry").Single();
        var english = XDocument.Parse((await stranger.GetAsync($"/en/branches/{physics.Id}/feed")).Body).Descendants(Atom + "entry").Single();

        Assert.Equal(chinese.Element(Atom + "id")!.Value, english.Element(Atom + "id")!.Value);
        Assert.Equal($"http://localhost/en/notices/{notice.Id}", english.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal("Bring both & a pen Room 2", english.Element(Atom + "summary")!.Value);
        await stranger.OpenAsync(new Uri(english.Element(Atom + "link")!.Attribute("href")!.Value).AbsolutePath);
    }

    [Fact]
    public async Task An_organisation_that_does_not_exist_has_no_feed_and_an_empty_one_is_still_a_feed()
    {
        var stranger = await portal.As(Actor.Public);
        var (_, physics, _) = await PlantAsync();

        await stranger.FindsNothingAt("/branches/99999999/feed");
        Assert.Empty(XDocument.Parse((await stranger.GetAsync($"/branches/{physics.Id}/feed")).Body).Descendants(Atom + "entry"));
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/notices/feed")).Status);
    }

    [Fact]
    public async Task The_sitemap_names_public_pages_in_both_languages_and_no_other()
    {
        var (_, physics, _) = await PlantAsync();
        var (open, closed) = (await PublishAsync(physics, AudienceKind.Internet), await PublishAsync(physics, AudienceKind.Members));

        var map = (await (await portal.As(Actor.OrganisationOffice)).GetAsync("/sitemap.xml")).Body;
        var robots = (await (await portal.As(Actor.Public)).GetAsync("/robots.txt")).Body;

        Assert.Contains($"<loc>http://localhost/notices/{open.Id}</loc>", map, StringComparison.Ordinal);
        Assert.Contains($"<loc>http://localhost/en/notices/{open.Id}</loc>", map, StringComparison.Ordinal);
        Assert.Contains($"<loc>http://localhost/branches/{physics.Id}</loc>", map, StringComparison.Ordinal);
        Assert.DoesNotContain($"/notices/{closed.Id}<", map, StringComparison.Ordinal);
        Assert.Contains("Disallow: /en/admin", robots, StringComparison.Ordinal);
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_link_shows_the_title_and_the_beginning_of_the_text_and_only_of_public_notices()
    {
        var (_, physics, _) = await PlantAsync();
        var open = await PublishAsync(physics, AudienceKind.Internet, "<p>Bring both &amp; a pen</p>");
        var closed = await PublishAsync(physics, AudienceKind.Branch);

        var page = await (await portal.As(Actor.Public)).OpenAsync($"/notices/{open.Id}");

        Assert.Equal(open.Title, page.Html.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Equal("Bring both & a pen", page.Html.QuerySelector("meta[property='og:description']")!.GetAttribute("content"));
        var picture = new Uri(page.Html.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!);
        Assert.Equal(HttpStatusCode.OK, (await (await portal.As(Actor.Public)).GetAsync(picture.AbsolutePath)).Status);
        Assert.Null((await (await portal.As(Actor.Member(physics))).OpenAsync($"/notices/{closed.Id}")).Html.QuerySelector("meta[property='og:title']"));
    }

    [Fact]
    public async Task Pinned_notices_stand_first_and_what_is_over_is_gone()
    {
        var (_, physics, _) = await PlantAsync();
        var pinned = await PublishAsync(physics, AudienceKind.Branch, isPinned: true);
        var later = await PublishAsync(physics, AudienceKind.Branch);
        var over = await PublishAsync(physics, AudienceKind.Branch);
        await portal.InDbAsync(async db => { (await db.Notices.FindAsync(over.Id))!.KeepTime(portal.Clock.UtcNow().AddYears(2)); await db.SaveChangesAsync(); });

        var text = (await (await portal.As(Actor.Member(physics))).OpenAsync("/notices")).Text;

        Assert.InRange(text.IndexOf(pinned.Title, StringComparison.Ordinal), 0, text.IndexOf(later.Title, StringComparison.Ordinal));
        Assert.DoesNotContain(over.Title, text, StringComparison.Ordinal);
    }

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var university = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var college = await portal.PlantBranchAsync("College", university, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", university));
    }

    private Task<(int Id, string Title)> PublishAsync(Branch branch, AudienceKind audience, string body = "<p>The text</p>", bool isPinned = false) => portal.InDbAsync(async db =>
    {
        var now = portal.Clock.UtcNow();
        var notice = new Notice(branch.Id, new NoticeContent(Portal.Unique("Notice"), body, NoticeCategory.Notice, audience) { IsPinned = isPinned }, Viewer.System, now);
        notice.Publish(Viewer.System, now);
        if (audience is AudienceKind.Internet) notice.Approve(new Viewer { AccountId = "second" }, now);
        db.Add(notice);
        await db.SaveChangesAsync();
        return (notice.Id, notice.Title);
    });
}
