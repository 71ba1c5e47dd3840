namespace PartyPortal.Browser.Tests;

public sealed class ReadingComfortably(RunningPortal portal) : Journey(portal)
{
    [Theory]
    [InlineData("/accessibility"), InlineData("/privacy"), InlineData("/about-this-site"), InlineData("/sitemap"), InlineData("/display")]
    public async Task A_stranger_reads_what_the_portal_says_about_itself(string page)
    {
        var stranger = await VisitAsync(Device.Phone);

        foreach (var address in new[] { page, "/en" + page })
        {
            await stranger.OpenAsync(address);
            await stranger.Page.ShouldBeAccessibleAsync();
            await stranger.Page.ShouldFitNarrowPhonesAsync();
        }
    }

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task An_older_reader_asks_for_large_letters_with_one_click(string device)
    {
        var reader = await VisitAsync(Device.Named(device));
        await reader.OpenAsync("/privacy");

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "长辈版" }).ClickAsync();

        await Expect(reader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/privacy$"));
        await Expect(reader.Page.Locator("main p:visible").First).ToHaveCSSAsync("font-size", "25.5px");
        await reader.Page.ShouldBeAccessibleAsync();
        await reader.Page.ShouldFitNarrowPhonesAsync();
    }

    [Fact]
    public async Task A_reader_with_weak_eyes_chooses_high_contrast()
    {
        var reader = await VisitAsync(Device.Desktop);
        await reader.OpenAsync("/en/display");

        await reader.Page.GetByLabel("High contrast").CheckAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Use this display" }).ClickAsync();

        await Expect(reader.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(0, 0, 0)");
        await reader.Page.ShouldBeAccessibleAsync();
    }

    [Theory]
    [InlineData("#eee", "color-contrast")]
    [InlineData("#222", "in the dark, color-contrast")]
    public async Task A_word_that_cannot_be_read_is_found_by_the_check_itself(string colour, string fault)
    {
        var reader = await VisitAsync(Device.Desktop);
        await reader.OpenAsync("/about-this-site");
        await reader.Page.Locator("main p:visible").First.EvaluateAsync("(paragraph, colour) => { paragraph.className = `is-${colour}`; paragraph.style.color = colour; }", colour);

        var found = await Assert.ThrowsAsync<Xunit.Sdk.FailException>(reader.Page.ShouldBeAccessibleAsync);

        Assert.Contains(fault, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_leads_to_the_content()
    {
        var reader = await VisitAsync(Device.Desktop);
        await reader.OpenAsync("/privacy");

        await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.PressAsync("Enter");

        await Expect(reader.Page.Locator("main")).ToBeFocusedAsync();
    }
}
