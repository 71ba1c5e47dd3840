using System.Net;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Help;

/// <summary>A few pages to begin with, in each role: open to their reader, hidden at will and found again.</summary>
public sealed class FirstStepsTests(Portal portal)
{
    [Fact]
    public async Task Every_role_has_three_to_six_first_steps_and_each_opens()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        Actor[] actors = [Actor.Member(branch), Actor.Applicant(branch), Actor.PlainAccount, .. Enum.GetValues<Role>().Select(role => Actor.In(role, RoleGrant.NeedsBranch(role) ? branch : null))];

        foreach (var actor in actors)
        {
            var reader = await portal.As(actor);
            var steps = (await reader.OpenAsync("/en/desk")).Html.QuerySelectorAll("#first-steps li a").Select(step => step.GetAttribute("href")!).ToList();
            Assert.InRange(steps.Count, 3, 6);
            foreach (var step in steps) Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(step)).Status);
        }
    }

    [Fact]
    public async Task They_are_hidden_for_one_person_and_role_alone_and_shown_again_from_the_help()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (one, other) = (await portal.As(Actor.Member(branch)), await portal.As(Actor.Member(branch)));

        await (await one.OpenAsync("/en/desk")).SubmitAsync(new { }, "#first-steps form");
        Assert.Null(Steps(await one.OpenAsync("/en/desk")));
        Assert.Null(Steps(await (await portal.AlsoAsync(one)).OpenAsync("/en/desk")));
        Assert.NotNull(Steps(await other.OpenAsync("/en/desk")));

        await (await one.OpenAsync("/en/help/first-steps")).SubmitAsync(new { });
        Assert.NotNull(Steps(await one.OpenAsync("/en/desk")));
    }

    private static object? Steps(Page desk) => desk.Html.QuerySelector("#first-steps");
}
