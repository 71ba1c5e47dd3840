namespace PartyPortal.Browser.Tests;

/// <summary>The page each person begins at, and its picture for the readme.</summary>
public sealed class MainPages(RunningPortal portal) : Journey(portal)
{
    [Fact]
    public async Task The_public_begins_at_the_home_page()
    {
        var stranger = await VisitAsync(Device.Desktop);

        await stranger.OpenAsync("/");

        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await stranger.PictureAsync("home");
    }

    [Theory]
    [InlineData("member"), InlineData("secretary"), InlineData("organisation-office")]
    [InlineData("system-administrator"), InlineData("auditor")]
    public async Task Who_works_here_begins_at_the_desk(string role)
    {
        var person = await SignInAsAsync(role, role == "member" ? Device.Phone : Device.Desktop);

        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台" })).ToBeVisibleAsync();
        await person.PictureAsync($"desk-{role}");
    }
}
