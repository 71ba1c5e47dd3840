using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Help;

/// <summary>Why a page answers as it does, without saying what exists.</summary>
public sealed class WhyTests(Portal portal)
{
    [Fact]
    public async Task Whoever_has_no_office_for_a_page_reads_which_offices_have_it()
    {
        var member = await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")));
        var refused = await member.GetAsync("/en/people");

        var why = await member.OpenAsync(refused.Html.QuerySelector("main a[href*='/help/why']")!.GetAttribute("href")!);

        Assert.Contains("Secretary", why.Html.QuerySelectorAll("#rule li").Select(role => role.TextContent));
        Assert.DoesNotContain("Auditor", why.Html.QuerySelectorAll("#rule li").Select(role => role.TextContent));
        Assert.Contains("You hold none of them.", why.Text);
        Assert.Contains("your own record and what is written for you", why.Text);
    }

    [Fact]
    public async Task What_exists_and_what_does_not_are_explained_alike_and_nobody_is_named()
    {
        var (here, elsewhere) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync(Portal.Unique("Hidden")));
        var hidden = await portal.PlantPersonAsync(elsewhere, "Zhao Hidden");
        var secretary = await portal.As(Actor.Secretary(here));
        var (known, unknown) = (await secretary.GetAsync($"/en/people/{hidden.Id}"), await secretary.GetAsync("/en/people/99999999"));
        var links = new[] { known, unknown }.Select(page => page.Html.QuerySelector("main a[href*='/help/why']")!.GetAttribute("href")!).ToList();

        Assert.Equal(links[0], links[1]);
        var why = await secretary.OpenAsync(links[0]);
        Assert.Contains("either there is no such thing, or it is for others", why.Text);
        Assert.DoesNotContain(hidden.Name, why.Answer.Body);
        Assert.DoesNotContain(elsewhere.Name, why.Answer.Body);
        Assert.DoesNotContain($"{hidden.Id}", (await secretary.OpenAsync($"/en/help/why?from=/people/{hidden.Id}")).Html.QuerySelector("#rule")!.TextContent);
    }

    [Fact]
    public async Task Whoever_holds_the_office_in_another_role_is_told_to_switch()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var both = await portal.As(Actor.SystemAdministrator);
        await portal.InDbAsync(async db =>
        {
            db.Add(new RoleGrant(both.AccountId!, Role.Secretary, await db.Branches.SingleAsync(b => b.Id == branch.Id), new DateOnly(2024, 1, 1), both.AccountId!));
            await db.SaveChangesAsync();
        });

        Assert.Contains("You hold it as: Physics Secretary. Switch to that role", (await both.OpenAsync("/en/help/why?from=/people")).Text);
    }

    [Fact]
    public async Task A_stranger_is_told_to_sign_in_and_an_address_without_a_page_has_no_rule()
    {
        var stranger = await portal.As(Actor.Public);

        Assert.Contains("You are not signed in.", (await stranger.OpenAsync("/en/help/why?from=/people")).Html.QuerySelector("#rule")!.TextContent);
        Assert.Contains("It is for everybody.", (await stranger.OpenAsync("/en/help/why?from=/notices/7")).Html.QuerySelector("#rule")!.TextContent);
        Assert.Null((await stranger.OpenAsync("/en/help/why?from=/no/such/page")).Html.QuerySelector("#rule"));
        Assert.Null((await stranger.OpenAsync("/help/why")).Html.QuerySelector("#rule"));
    }
}
