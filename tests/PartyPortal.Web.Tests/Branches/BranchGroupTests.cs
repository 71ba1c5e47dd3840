using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Branches;

/// <summary>Groups inside a branch: kept by its secretary, and a group has no rights.</summary>
public sealed class BranchGroupTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_adds_a_group_puts_a_person_into_it_and_lists_the_group()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (li, wang) = (await portal.PlantPersonAsync(branch, "Li Hua"), await portal.PlantPersonAsync(branch, "Wang Wu"));
        var secretary = await portal.As(Actor.Secretary(branch));

        await secretary.FollowAsync(await (await secretary.OpenAsync($"/branches/{branch.Id}/groups/create")).SubmitAsync(new { Name = "第一党小组" }));
        var group = await portal.InDbAsync(db => db.BranchGroups.SingleAsync(g => g.BranchId == branch.Id));
        var record = await secretary.FollowAsync(await (await secretary.OpenAsync($"/people/{li.Id}/group")).SubmitAsync(new { GroupId = group.Id }));

        Assert.Contains("第一党小组", record.Text);
        var listed = await secretary.OpenAsync($"/people?GroupId={group.Id}");
        Assert.Contains(li.Name, listed.Text);
        Assert.DoesNotContain(wang.Name, listed.Text);
        Assert.Contains("1", (await secretary.OpenAsync($"/branches/{branch.Id}/groups")).Html.QuerySelector("td.number")!.TextContent);
    }

    [Fact]
    public async Task A_second_group_of_the_same_name_is_refused_at_its_field()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await PlantGroupAsync(branch, "One");
        var secretary = await portal.As(Actor.Secretary(branch));

        (await (await secretary.OpenAsync($"/en/branches/{branch.Id}/groups/create")).SubmitAsync(new { Name = " One" })).IsRefusedWith("This branch already has a group of this name.");
    }

    [Fact]
    public async Task A_group_is_renamed()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var group = await PlantGroupAsync(branch, "One");
        var secretary = await portal.As(Actor.Secretary(branch));

        var list = await secretary.FollowAsync(await (await secretary.OpenAsync($"/branches/{branch.Id}/groups/{group.Id}/edit")).SubmitAsync(new { Name = "Two" }));

        Assert.Contains("Two", list.Text);
    }

    [Fact]
    public async Task The_people_of_a_dissolved_group_stay_in_the_branch_and_its_name_is_free()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var group = await PlantGroupAsync(branch, "One");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        await JoinAsync(li, group);
        var secretary = await portal.As(Actor.Secretary(branch));

        await (await secretary.OpenAsync($"/branches/{branch.Id}/groups")).SubmitAsync(new { }, "form[action$='/dissolve']");
        await secretary.FollowAsync(await (await secretary.OpenAsync($"/branches/{branch.Id}/groups/create")).SubmitAsync(new { Name = "One" }));

        var kept = await portal.InDbAsync(db => db.People.SingleAsync(p => p.Id == li.Id));
        Assert.Equal((branch.Id, null), (kept.BranchId, kept.GroupId));
    }

    [Fact]
    public async Task Another_branchs_group_is_refused_at_its_field()
    {
        var (branch, other) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var foreign = await PlantGroupAsync(other, "Theirs");
        await PlantGroupAsync(branch, "Ours");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");

        var answer = await (await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/en/people/{li.Id}/group")).SubmitAsync(new { GroupId = foreign.Id });

        answer.IsRefusedWith("belongs to another branch");
    }

    [Fact]
    public async Task A_secretary_does_not_keep_the_groups_of_another_branch()
    {
        var (branch, other) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var foreign = await PlantGroupAsync(other, "Theirs");
        var secretary = await portal.As(Actor.Secretary(branch));

        await secretary.FindsNothingAt($"/branches/{other.Id}/groups");
        await secretary.FindsNothingAt($"/branches/{branch.Id}/groups/{foreign.Id}/edit");
    }

    [Fact]
    public async Task A_transfer_leaves_the_group_behind()
    {
        var university = await portal.PlantBranchAsync("University", kind: BranchKind.UniversityCommittee);
        var (branch, next) = (await portal.PlantBranchAsync("Physics", university), await portal.PlantBranchAsync("History", university));
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        await JoinAsync(li, await PlantGroupAsync(branch, "One"));
        var secretary = await portal.As(Actor.GeneralBranchSecretary(university));

        var answer = await (await secretary.OpenAsync($"/people/{li.Id}/transfer")).SubmitAsync(new { BranchId = next.Id });

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Null(await portal.InDbAsync(db => db.People.Where(p => p.Id == li.Id).Select(p => p.GroupId).SingleAsync()));
    }

    private Task<BranchGroup> PlantGroupAsync(Branch branch, string name) => portal.InDbAsync(async db =>
    {
        var group = new BranchGroup((await db.Branches.FindAsync(branch.Id))!, name);
        db.Add(group);
        await db.SaveChangesAsync();
        return group;
    });

    private Task JoinAsync(Person person, BranchGroup group) => portal.InDbAsync(async db =>
    {
        (await db.People.SingleAsync(p => p.Id == person.Id)).JoinGroup((await db.BranchGroups.FindAsync(group.Id))!);
        await db.SaveChangesAsync();
    });
}
