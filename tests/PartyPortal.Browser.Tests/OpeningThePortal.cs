namespace PartyPortal.Browser.Tests;

public sealed class OpeningThePortal(RunningPortal portal) : Journey(portal)
{
    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_stranger_opens_the_home_page(string device)
    {
        var stranger = await VisitAsync(Device.Named(device));

        await stranger.OpenAsync("/");

        await stranger.Page.ShouldBeAccessibleAsync();
        await stranger.Page.ShouldFitNarrowPhonesAsync();
    }
}
