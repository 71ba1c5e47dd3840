using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Notices;

/// <summary>A draft shown to somebody without any right, by a link.</summary>
public sealed class PreviewTests(Portal portal)
{
    [Fact]
    public async Task Whoever_holds_the_link_sees_the_draft_as_readers_will_and_no_cache_or_robot_keeps_it()
    {
        var (_, secretary, id) = await DraftAsync();
        var link = await LinkAsync(secretary, id);

        var page = await (await portal.As(Actor.Public)).OpenAsync("/en" + link);

        Assert.Contains("The draft's text", page.Html.QuerySelector("article .article")!.TextContent);
        Assert.Contains("This is a preview", page.Html.QuerySelector("#preview-banner, .note-warn")!.TextContent);
        Assert.Equal("noindex, nofollow", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.True(page.Answer.Message.Headers.CacheControl!.NoStore);
        Assert.Equal("noindex, nofollow", page.Answer.Message.Headers.GetValues("X-Robots-Tag").Single());
        Assert.DoesNotContain(link.Split('/')[^1], page.Html.QuerySelector("footer")!.InnerHtml);
        await (await portal.As(Actor.Public)).FindsNothingAt($"/notices/{id}");
    }

    [Fact]
    public async Task Its_files_come_by_the_same_link_and_by_no_other()
    {
        var (physics, secretary, id) = await DraftAsync();
        await (await secretary.OpenAsync($"/desk/notices/{id}/edit")).SubmitAsync(new { Attachments__Added__Files = ("a.pdf", SampleFile.Pdf()) });
        var (link, other) = (await LinkAsync(secretary, id), await LinkAsync(secretary, (await DraftAsync(physics)).Id));
        var stranger = await portal.As(Actor.Public);
        var file = (await stranger.OpenAsync(link)).Html.QuerySelector(".files a")!.GetAttribute("href")!;

        var answer = await stranger.GetAsync(file);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Message.Headers.CacheControl!.NoStore);
        await stranger.FindsNothingAt(file.Replace(link, other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_revoked_or_expired_link_says_so_and_a_wrong_one_is_not_found()
    {
        var (physics, secretary, id) = await DraftAsync();
        var link = await LinkAsync(secretary, id);
        var stranger = await portal.As(Actor.Public);
        await (await secretary.OpenAsync($"/desk/notices/{id}/previews")).SubmitAsync(new { }, "form[id^=revoke-]");
        await ExpiresAsync(physics, "expired", -1);

        await GoneAsync(link);
        await GoneAsync("/preview/expired");
        await stranger.FindsNothingAt("/preview/" + NoticePreview.NewToken());

        async Task GoneAsync(string address)
        {
            var gone = await stranger.GetAsync("/en" + address);
            Assert.Equal(HttpStatusCode.Gone, gone.Status);
            Assert.Contains("This preview is over", gone.Text);
            Assert.DoesNotContain("The draft's text", gone.Text);
        }
    }

    [Fact]
    public async Task The_database_does_not_know_the_link_and_it_is_shown_once()
    {
        var (_, secretary, id) = await DraftAsync();
        var token = (await LinkAsync(secretary, id)).Split('/')[^1];

        var kept = await portal.InDbAsync(db => db.NoticePreviews.SingleAsync(p => p.NoticeId == id));

        Assert.DoesNotContain(token, kept.TokenHash, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(portal.Clock.UtcNow().AddDays(7), kept.ExpiresAt);
        Assert.DoesNotContain(token, (await secretary.OpenAsync($"/desk/notices/{id}/previews")).Answer.Body);
    }

    private async Task<(Branch Physics, Browser Secretary, int Id)> DraftAsync(Branch? branch = null)
    {
        var physics = branch ?? await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var saved = await (await secretary.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = Portal.Unique("Notice"), Body = "<p>The draft's text</p>", AudienceKind = AudienceKind.Internet });
        return (physics, secretary, int.Parse(saved.Location!.Split('/')[^1]));
    }

    private static async Task<string> LinkAsync(Browser secretary, int id)
    {
        var made = await (await secretary.OpenAsync($"/desk/notices/{id}/previews")).SubmitAsync(new { }, "#create");
        return new Uri(made.Html.QuerySelector("#preview-link")!.TextContent).AbsolutePath;
    }

    private Task ExpiresAsync(Branch branch, string token, int days) => portal.InDbAsync(async db =>
    {
        db.Add(new NoticePreview(await db.Notices.FirstAsync(n => n.BranchId == branch.Id), token, portal.Clock.UtcNow().AddDays(days)));
        await db.SaveChangesAsync();
    });
}
