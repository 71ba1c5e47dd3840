using System.Net;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Display;

public sealed class DisplayTests(Portal portal)
{
    [Fact]
    public async Task A_stranger_chooses_dark_and_large_letters_and_keeps_them()
    {
        var stranger = await portal.As(Actor.Public);

        var page = await stranger.OpenAsync("/display");
        var after = await stranger.FollowAsync(await page.SubmitAsync(new { Theme = "Dark", Elder = true }));

        Assert.Equal("all", after.Html.QuerySelector("link[href*='dark']")!.GetAttribute("media"));
        Assert.Equal("elder", after.Html.DocumentElement.ClassName);
        Assert.True(after.Html.QuerySelector("#Theme-2")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_theme_that_does_not_exist_is_the_standard()
    {
        var stranger = await portal.As(Actor.Public);

        var page = await stranger.OpenAsync("/display");
        var after = await stranger.FollowAsync(await page.SubmitAsync(new { Theme = "Pink" }));

        Assert.Equal("(prefers-color-scheme: dark)", after.Html.QuerySelector("link[href*='dark']")!.GetAttribute("media"));
        Assert.Null(after.Html.QuerySelector("link[href*='contrast']"));
    }

    [Theory]
    [InlineData("elder-contrast", "elder-contrast")]
    [InlineData("plain-dark", "plain-dark")]
    [InlineData("<script>", "plain-standard")]
    [InlineData("elder-pink", "elder-standard")]
    [InlineData("", "plain-standard")]
    public void A_cached_page_varies_by_eight_values_whatever_the_cookie_says(string cookie, string key)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Cookie = $"{DisplayChoice.Cookie}={Uri.EscapeDataString(cookie)}";

        Assert.Equal(key, DisplayChoice.Of(request).Key);
    }

    [Fact]
    public async Task One_click_gives_large_letters_on_the_page_one_is_on()
    {
        var stranger = await portal.As(Actor.Public);
        stranger.Http.DefaultRequestHeaders.Referrer = new Uri("http://localhost/en/privacy");

        var answer = await stranger.PostAsync("/en/display/elder", new FormUrlEncodedContent([new("on", "true")]));
        var page = await stranger.FollowAsync(answer);

        Assert.Equal("/en/privacy", answer.Location);
        Assert.Equal("elder", page.Html.DocumentElement.ClassName);
        Assert.Contains("Standard version", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_never_leads_to_another_site()
    {
        var stranger = await portal.As(Actor.Public);
        stranger.Http.DefaultRequestHeaders.Referrer = new Uri("http://elsewhere.example//evil");

        var answer = await stranger.PostAsync("/display/elder", new FormUrlEncodedContent([new("on", "true")]));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal("/", answer.Location);
    }
}
