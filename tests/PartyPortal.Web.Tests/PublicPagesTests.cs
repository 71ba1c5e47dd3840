using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests;

/// <summary>Pages for everybody are kept as rendered: until something is saved, for strangers alone, once for each encoding.</summary>
public sealed class PublicPagesTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_page_whose_rendering_began_before_a_save_is_never_served_after_it()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var hold = new HoldOnce();
        using var host = portal.WithWebHostBuilder(web => web.ConfigureTestServices(services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(hold))));
        using var http = host.CreateClient();

        var early = http.GetStringAsync("/notices");
        await hold.HasRead;
        var title = await PublishAsync(host.Services, branch);
        hold.Release();

        Assert.DoesNotContain(title, await early, StringComparison.Ordinal);
        Assert.Contains(title, await http.GetStringAsync("/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_kept_for_strangers_and_an_unchanged_one_is_not_sent_again()
    {
        var stranger = await portal.As(Actor.Public);
        var first = await stranger.GetAsync("/notices");
        var tag = first.Message.Headers.ETag!;
        var again = await stranger.GetAsync("/notices?spam=1");

        Assert.Equal("no-cache", first.Message.Headers.CacheControl!.ToString());
        Assert.Contains("Cookie", first.Message.Headers.Vary);
        Assert.True(tag.IsWeak);
        Assert.NotNull(again.Message.Headers.Age);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(stranger, tag.ToString())).StatusCode);

        await PublishAsync(portal.Services, await portal.PlantBranchAsync("Physics"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(stranger, tag.ToString())).StatusCode);
    }

    [Fact]
    public async Task What_somebody_signed_in_sees_is_kept_nowhere()
    {
        var member = await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")));

        await member.GetAsync("/notices");
        var answer = await member.GetAsync("/notices");

        Assert.Null(answer.Message.Headers.Age);
        Assert.True(answer.Message.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Who_only_claims_to_be_signed_in_is_shown_the_page_but_nothing_kept()
    {
        var claims = portal.Holding("forged");

        await claims.GetAsync("/notices");
        var answer = await claims.GetAsync("/notices");

        Assert.Equal(HttpStatusCode.OK, answer.Message.StatusCode);
        Assert.Null(answer.Message.Headers.Age);
    }

    /// <summary>The cache answers before anybody is asked who they are.</summary>
    [Fact]
    public void Only_pages_that_are_open_to_everybody_are_kept()
    {
        var kept = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<OutputCacheAttribute>() is not null).ToList();

        Assert.NotEmpty(kept);
        Assert.All(kept, page => Assert.NotNull(page.Metadata.GetMetadata<IAllowAnonymous>()));
    }

    [Theory, InlineData("gzip, deflate, br, zstd", "br"), InlineData("gzip", "gzip"), InlineData("br;q=0, gzip", "gzip"), InlineData(null, null)]
    public async Task The_compressed_form_itself_is_kept_and_browsers_spellings_share_it(string? accepts, string? encoding)
    {
        var stranger = await portal.As(Actor.Public);
        await GetAsync();
        using var kept = await GetAsync();

        Assert.NotNull(kept.Headers.Age);
        Assert.Equal(encoding, kept.Content.Headers.ContentEncoding.SingleOrDefault());

        async Task<HttpResponseMessage> GetAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/accessibility");
            if (accepts is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
            return await stranger.Http.SendAsync(request);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(Browser browser, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/notices");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await browser.Http.SendAsync(request);
    }

    private async Task<string> PublishAsync(IServiceProvider host, Branch branch)
    {
        await using var scope = host.CreateAsyncScope();
        using var system = scope.ServiceProvider.GetRequiredService<CurrentViewer>().ActAsSystem();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), portal.Clock.UtcNow());
        var notice = new Notice(branch.Id, new NoticeContent(Portal.Unique("Notice"), "<p>The text</p>", NoticeCategory.Notice, AudienceKind.Internet), Viewer.System, now);
        notice.Publish(Viewer.System, now);
        notice.Approve(new Viewer { AccountId = "second" }, now);
        db.Add(notice);
        await db.SaveChangesAsync();
        return notice.Title;
    }

    /// <summary>Stops the first request between its reading and its rendering.</summary>
    private sealed class HoldOnce : IAsyncResultFilter
    {
        private readonly TaskCompletionSource _hasRead = new();
        private readonly TaskCompletionSource _mayGoOn = new();

        public Task HasRead => _hasRead.Task;

        public void Release() => _mayGoOn.SetResult();

        public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
        {
            if (_hasRead.TrySetResult()) await _mayGoOn.Task;
            await next();
        }
    }
}
