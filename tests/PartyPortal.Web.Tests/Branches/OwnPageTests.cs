using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Branches;

/// <summary>A branch keeps its own page, and nothing else of the tree.</summary>
public sealed class OwnPageTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_says_where_and_when_the_branch_is_reached_and_everybody_reads_it_at_once()
    {
        var (_, physics, _) = await PlantAsync();
        var (secretary, stranger) = (await portal.As(Actor.Secretary(physics)), await portal.As(Actor.Public));
        Assert.DoesNotContain("Room 12", (await stranger.OpenAsync($"/branches/{physics.Id}")).Text);

        var way = (await secretary.OpenAsync($"/branches/{physics.Id}")).Html.QuerySelector($"a[href='/desk/branches/{physics.Id}/page']");
        Assert.NotNull(way);
        await (await secretary.OpenAsync($"/desk/branches/{physics.Id}/page")).SubmitAsync(new { Introduction = "We read together.", Office = "Room 12", ContactHours = "Mondays", Telephone = "000-5" });

        var page = (await stranger.OpenAsync($"/branches/{physics.Id}")).Text;
        foreach (var words in (string[])["We read together.", "Room 12", "Mondays", "000-5"]) Assert.Contains(words, page);
    }

    [Fact]
    public async Task The_general_branch_helps_those_below_and_nobody_else_does()
    {
        var (college, physics, history) = await PlantAsync();

        await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/desk/branches/{physics.Id}/page");
        await (await portal.As(Actor.Secretary(history))).FindsNothingAt($"/desk/branches/{physics.Id}/page");
        await (await portal.As(Actor.Member(physics))).IsRefusedAt($"/desk/branches/{physics.Id}/page");
        await (await portal.As(Actor.In(Role.GroupLeader, physics))).IsRefusedAt($"/desk/branches/{physics.Id}/page");
    }

    [Fact]
    public async Task What_is_too_long_is_refused_keeps_what_was_typed_and_a_stale_page_overwrites_nothing()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync($"/en/desk/branches/{physics.Id}/page");

        var refused = await page.SubmitAsync(new { Office = "Kept office", Telephone = new string('1', 41) });
        refused.IsRefusedWith("at most 40 characters");
        Assert.Contains("Kept office", refused.Body);
        await (await secretary.OpenAsync($"/en/desk/branches/{physics.Id}/page")).SubmitAsync(new { Office = "First" });
        Assert.Equal(HttpStatusCode.Conflict, (await page.SubmitAsync(new { Office = "Second" })).Status);
        Assert.Equal("First", await portal.InDbAsync(db => db.Branches.Where(b => b.Id == physics.Id).Select(b => b.Office).SingleAsync()));
    }

    [Fact]
    public async Task Name_and_code_cannot_be_posted_and_the_gate_refuses_them_from_a_secretary()
    {
        var (_, physics, history) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        await (await secretary.OpenAsync($"/desk/branches/{physics.Id}/page")).SubmitAsync(new { Office = "Room 1" }, more: [("Name", "Renamed"), ("Code", "X"), ("Kind", "GeneralBranch")]);
        Assert.Equal("Physics", await portal.InDbAsync(db => db.Branches.Where(b => b.Id == physics.Id).Select(b => b.Name).SingleAsync()));

        await RefusesAsync(physics, b => b.Rename("X", "Renamed", portal.Today));
        await RefusesAsync(physics, b => b.FoundedOn = portal.Today);
        await RefusesAsync(history, b => b.Office = "Theirs");

        async Task RefusesAsync(Branch branch, Action<Branch> change)
        {
            var viewer = new Viewer { AccountId = "s", Acting = new ActingRole(0, Role.Secretary, physics.Id, "", physics.Path) };
            await Assert.ThrowsAsync<OutsideJurisdictionException>(() => portal.InDbAsync(viewer, async db =>
            {
                change(await db.Branches.SingleAsync(b => b.Id == branch.Id));
                return await db.SaveChangesAsync();
            }));
        }
    }

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", college));
    }
}
