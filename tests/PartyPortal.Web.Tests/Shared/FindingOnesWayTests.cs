using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Shared;

public sealed class FindingOnesWayTests(Portal portal)
{
    [Fact]
    public async Task A_list_that_ends_offers_no_next_page()
    {
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));

        Assert.Null((await secretary.OpenAsync("/desk/notices")).Html.QuerySelector(".pager"));
    }

    [Fact]
    public async Task The_menu_marks_the_page_one_stands_on_and_no_other()
    {
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));

        var marked = (await secretary.OpenAsync("/desk/notices/new")).Html.QuerySelectorAll(".side-menu [aria-current]");

        Assert.Equal("/desk/notices", Assert.Single(marked).GetAttribute("href"));
    }
}
