using System.Net;
using AngleSharp.Html.Parser;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Channels;

public sealed class ChannelTests(Portal portal)
{
    private const string Body = """<h2>安排</h2><p class="align-center indent-2">周五 <strong>七点</strong>，见<a href="https://example.edu.cn/x">说明</a>和<a href="/guides/1">指南</a>。</p><ul><li>带笔</li><li>带书</li></ul><table><tr><th>日</th><td>五</td></tr></table><p><img src="/a.png"><img src="/b.png" alt="会场"></p>""";

    [Fact]
    public async Task A_public_notice_is_offered_for_each_channel_and_says_nothing_more_than_itself()
    {
        var (secretary, id, branch) = await PublishAsync(AudienceKind.Internet);

        var page = await secretary.OpenAsync($"/en/desk/notices/{id}/channels");

        var article = new HtmlParser().ParseDocument(page.Html.QuerySelector("#wechat")!.TextContent).Body!;
        Assert.Empty(article.QuerySelectorAll("[class], a, script"));
        Assert.Contains("text-align:center", article.QuerySelector("p")!.GetAttribute("style"));
        Assert.Contains("说明（https://example.edu.cn/x）", article.TextContent);
        Assert.Contains("指南（http://localhost/guides/1）", article.TextContent);
        Assert.Equal("http://localhost/a.png", article.QuerySelector("img")!.GetAttribute("src"));
        Assert.EndsWith($"/notices/{id}", article.TextContent);
        var plain = page.Html.QuerySelector("#plain")!.TextContent;
        Assert.Contains("• 带笔\n• 带书\n\n日 | 五", plain.ReplaceLineEndings("\n"));
        Assert.Contains(branch.Name, plain);
        Assert.DoesNotContain("<", plain);
        Assert.Equal(["/a.png"], page.Html.QuerySelectorAll("#pictures li").Select(line => line.TextContent));
    }

    [Fact]
    public async Task What_is_copied_is_shown_as_words_and_the_page_itself_has_no_style_attribute()
    {
        var (secretary, id, _) = await PublishAsync(AudienceKind.Internet);

        var answer = await secretary.GetAsync($"/desk/notices/{id}/channels");

        Assert.Empty(answer.Html.QuerySelectorAll("main [style]"));
        Assert.DoesNotContain("unsafe-inline", string.Concat(answer.Message.Headers.GetValues("Content-Security-Policy")));
        Assert.NotEmpty(answer.Html.QuerySelectorAll("main .article h2"));
    }

    [Fact]
    public async Task The_short_text_fits_and_a_longer_one_is_counted_and_cannot_be_copied()
    {
        var (secretary, id, _) = await PublishAsync(AudienceKind.Internet, body: $"<p>{new string('长', 900)}</p>");
        var page = await secretary.OpenAsync($"/en/desk/notices/{id}/channels");
        var text = page.Html.QuerySelector("#short-text")!.TextContent;
        Assert.InRange(text.Length, 100, 140);
        Assert.EndsWith($"/notices/{id}", text);
        Assert.Null(page.Html.QuerySelector("[data-copy=short-text]")!.GetAttribute("disabled"));

        var long_ = await page.SubmitAsync(new { Text = new string('长', 150) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, long_.Status);
        Assert.Contains("Too long by 10 characters.", long_.Text);
        Assert.Contains("150 / 140", long_.Text);
        Assert.NotNull(long_.Html.QuerySelector("[data-copy=short-text]")!.GetAttribute("disabled"));
        Assert.Equal(HttpStatusCode.OK, (await page.SubmitAsync(new { Text = "短" })).Status);
        Assert.Contains("4 / 140", (await page.SubmitAsync(new { Text = "一\r\n😀二" })).Text);
    }

    [Fact]
    public async Task The_poster_holds_title_beginning_address_and_a_square_to_scan()
    {
        var (secretary, id, branch) = await PublishAsync(AudienceKind.Internet);

        var poster = (await secretary.OpenAsync($"/desk/notices/{id}/poster")).Html.QuerySelector(".poster")!;

        Assert.NotNull(poster.QuerySelector(".poster-qr svg"));
        Assert.Contains($"http://localhost/notices/{id}", poster.TextContent);
        Assert.Contains(branch.Name, poster.TextContent);
    }

    [Theory, InlineData(AudienceKind.Subtree), InlineData(AudienceKind.Campus), InlineData(AudienceKind.Branch)]
    public async Task What_is_not_for_the_Internet_leaves_by_no_channel(AudienceKind audience)
    {
        var (secretary, id, _) = await PublishAsync(audience);

        await secretary.FindsNothingAt($"/desk/notices/{id}/channels");
        await secretary.FindsNothingAt($"/desk/notices/{id}/poster");
        Assert.DoesNotContain("/channels", (await secretary.GetAsync($"/desk/notices/{id}")).Body);
    }

    [Fact]
    public async Task Only_the_organisation_that_published_it_finds_its_kit()
    {
        var (secretary, id, _) = await PublishAsync(AudienceKind.Internet);
        var elsewhere = await portal.PlantBranchAsync("Elsewhere");

        Assert.Contains("/channels", (await secretary.GetAsync($"/desk/notices/{id}")).Body);
        await (await portal.As(Actor.Secretary(elsewhere))).FindsNothingAt($"/desk/notices/{id}/channels");
        await (await portal.As(Actor.Member(elsewhere))).IsRefusedAt($"/desk/notices/{id}/channels");
    }

    private async Task<(Browser Secretary, int Id, Branch Branch)> PublishAsync(AudienceKind audience, string body = Body)
    {
        var branch = await portal.PlantBranchAsync(Portal.Unique("Physics"));
        var now = portal.Clock.UtcNow();
        var notice = new Notice(branch.Id, new NoticeContent("读书会", RichText.Clean(body), NoticeCategory.Notice, audience), Viewer.System, now);
        await portal.InDbAsync(db =>
        {
            notice.Publish(Viewer.System, now);
            if (audience is AudienceKind.Internet) notice.Approve(new Viewer { AccountId = "reviewer" }, now);
            db.Add(notice);
            return db.SaveChangesAsync();
        });
        return (await portal.As(Actor.Secretary(branch)), notice.Id, branch);
    }
}
