using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Postings;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Search;

namespace PartyPortal.Web.Tests.Postings;

/// <summary>Where the organisation allows the Internet.</summary>
public sealed class InternetPostingTests(OwnPortal portal) : IClassFixture<OwnPortal>, IAsyncLifetime
{
    private static readonly DateOnly ThreeDaysIn = new(2026, 11, 19);

    public async ValueTask InitializeAsync() => await SetAsync("True");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_second_person_approves_and_then_a_stranger_reads_it()
    {
        var (college, physics) = await PlantAsync();
        var author = await portal.As(Actor.GeneralBranchSecretary(college));
        var form = await author.OpenAsync($"/en/desk/postings/new?BranchId={physics.Id}&Kind=Candidate");
        var draft = await author.FollowAsync(await form.SubmitAsync(new { OtherNames = "丁一", ContactTelephone = "000-7", Reach = PostingReach.Internet }));
        var waiting = await author.FollowAsync(await draft.SubmitAsync(new { }, "#publish"));
        var id = draft.Url.Split('/')[^1];

        var reviewer = await portal.As(Actor.GeneralBranchSecretary(college));
        Assert.Contains("Approve the posting", (await reviewer.OpenAsync("/en/desk/todo")).Text);
        Assert.DoesNotContain("Approve the posting", (await author.OpenAsync("/en/desk/todo")).Text);

        await waiting.SubmitAsync(new { }, "#approve");
        await (await portal.As(Actor.Public)).FindsNothingAt($"/postings/{id}");
        Assert.Null((await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/desk/postings/{id}")).Html.QuerySelector("#approve"));

        await (await reviewer.OpenAsync($"/desk/postings/{id}")).SubmitAsync(new { }, "#approve");
        Assert.Contains("丁一", (await (await portal.As(Actor.Public)).OpenAsync($"/postings/{id}")).Text);
    }

    [Fact]
    public async Task It_is_nowhere_else_and_nothing_keeps_it()
    {
        var (_, physics) = await PlantAsync();
        var name = "丁" + Portal.Unique("Zhi");
        var id = await portal.PlantPostingAsync(physics, ThreeDaysIn, PostingReach.Internet, name);
        await portal.KeepIndexAsync();
        var stranger = await portal.As(Actor.Public);

        var page = await stranger.OpenAsync($"/postings/{id}");
        Assert.Contains(name, page.Text);
        Assert.Contains("noindex", page.Answer.Message.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Contains("noindex", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.True(page.Answer.Message.Headers.CacheControl!.NoStore);
        Assert.Null(page.Answer.Message.Headers.ETag);
        Assert.Null(page.Html.QuerySelector("meta[property^='og:'], meta[name=description]"));
        Assert.DoesNotContain(name, page.Html.Title);

        foreach (var address in (string[])["/notices", "/notices/feed", $"/branches/{physics.Id}", $"/branches/{physics.Id}/feed", "/sitemap.xml", $"/search?words={name[..^1]}", "/sitemap"])
        {
            var body = (await stranger.GetAsync(address)).Body;
            Assert.DoesNotContain(name, body);
            Assert.DoesNotContain($"/postings/{id}", body);
        }

        await WithdrawAsync(id);
        var gone = await stranger.GetAsync($"/postings/{id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.DoesNotContain(name, gone.Body);
        Assert.DoesNotContain($"/postings/{id}", (await stranger.GetAsync("/postings")).Body);
    }

    [Fact]
    public async Task The_front_page_says_how_many_are_posted_and_never_who_and_nothing_keeps_it_when_the_posting_ends()
    {
        var (_, physics) = await PlantAsync();
        var name = "丁" + Portal.Unique("Zhi");
        var over = await portal.PlantPostingAsync(physics, ThreeDaysIn.AddDays(-14), PostingReach.Internet, name);
        var ofUnit = await portal.PlantPostingAsync(physics, ThreeDaysIn, PostingReach.Unit, name);
        var id = await portal.PlantPostingAsync(physics, ThreeDaysIn.AddDays(-1), PostingReach.Internet, name);
        var stranger = await portal.As(Actor.Public);
        await stranger.OpenAsync("/");

        var page = await stranger.OpenAsync("/");
        var link = page.Html.QuerySelector($"#postings a[href$='/postings/{id}']")!;
        Assert.Equal("nofollow", link.GetAttribute("rel"));
        Assert.DoesNotContain(name, page.Answer.Body);
        Assert.Null(page.Html.QuerySelector($"a[href$='/postings/{over}'], a[href$='/postings/{ofUnit}']"));
        Assert.True(page.Answer.Message.Headers.CacheControl!.NoStore);
        Assert.Null(page.Answer.Message.Headers.ETag);
        Assert.Null(page.Answer.Message.Headers.Age);

        await WithdrawAsync(id);
        Assert.DoesNotContain($"/postings/{id}", (await stranger.OpenAsync("/")).Answer.Body);
    }

    [Fact]
    public async Task Without_the_setting_the_front_page_shows_none_and_the_desk_shows_those_of_the_own_unit()
    {
        var (_, physics) = await PlantAsync();
        var id = await portal.PlantPostingAsync(physics, ThreeDaysIn, PostingReach.Internet);
        var (member, stranger) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Public));
        await SetAsync("False");

        Assert.DoesNotContain("/postings/", (await stranger.OpenAsync("/")).Answer.Body);
        Assert.Null((await member.OpenAsync("/")).Html.QuerySelector("#postings"));
        Assert.NotNull((await member.OpenAsync("/desk")).Html.QuerySelector($"#postings a[href$='/postings/{id}']"));
        Assert.Null((await (await portal.As(Actor.Member(await portal.PlantBranchAsync("History")))).OpenAsync("/desk")).Html.QuerySelector("#postings"));
    }

    [Fact]
    public async Task When_the_organisation_takes_the_Internet_back_only_the_unit_reads_on()
    {
        var (_, physics) = await PlantAsync();
        var id = await portal.PlantPostingAsync(physics, ThreeDaysIn, PostingReach.Internet);
        await (await portal.As(Actor.Public)).OpenAsync($"/postings/{id}");

        await SetAsync("False");

        await (await portal.As(Actor.Public)).FindsNothingAt($"/postings/{id}");
        await (await portal.As(Actor.PlainAccount)).FindsNothingAt($"/postings/{id}");
        await (await portal.As(Actor.Member(physics))).OpenAsync($"/postings/{id}");
    }

    private Task WithdrawAsync(int id) => portal.InDbAsync(async db =>
    {
        (await db.Postings.SingleAsync(p => p.Id == id)).Close(PostingResult.Withdrawn, "A mistake", Domain.Access.Viewer.System, new(portal.Today, Domain.WorkCalendar.WorkingDays.OfTheWeek, false));
        await db.SaveChangesAsync();
    });

    private Task SetAsync(string value) => portal.InDbAsync(async db =>
    {
        const string key = nameof(PortalSettings.PostsOnInternet);
        if (await db.Settings.FindAsync(key) is { } row) db.Remove(row);
        await db.SaveChangesAsync();
        db.Add(new Setting { Key = key, Value = value });
        await db.SaveChangesAsync();
    });

    private async Task<(Branch College, Branch Physics)> PlantAsync()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college));
    }
}
