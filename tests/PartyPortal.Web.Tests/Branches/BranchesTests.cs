using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Branches;

/// <summary>The directory that everybody reads and the tree that its keepers change.</summary>
public sealed class BranchesTests(Portal portal)
{
    [Fact]
    public async Task The_public_reads_the_page_of_a_branch()
    {
        var branch = await portal.PlantBranchAsync("Physics");

        var page = await (await portal.As(Actor.Public)).OpenAsync($"/en/branches/{branch.Id}");

        Assert.Contains("Physics", page.Text);
        Assert.Contains("Physics University", page.Text);
    }

    [Fact]
    public async Task An_unknown_branch_is_not_found() => await (await portal.As(Actor.Public)).FindsNothingAt("/branches/987654");

    [Fact]
    public async Task A_branch_is_found_by_its_code()
    {
        var branch = await portal.PlantBranchAsync("Physics");

        var page = await (await portal.As(Actor.Public)).OpenAsync($"/branches?words={branch.Code.ToLowerInvariant()}");

        Assert.Contains("Physics", page.Text);
    }

    [Fact]
    public async Task The_organisation_office_adds_a_branch_and_everybody_reads_it_at_once()
    {
        var parent = await portal.PlantBranchAsync("College", kind: BranchKind.GeneralBranch);
        var office = await portal.As(Actor.OrganisationOffice);
        var reader = await portal.As(Actor.Public);
        Assert.DoesNotContain("Chemistry", (await reader.OpenAsync($"/branches/{parent.Id}")).Text);

        var form = await office.OpenAsync($"/admin/branches/create?parentId={parent.Id}");
        await office.FollowAsync(await form.SubmitAsync(new { Code = Portal.Unique("N"), Name = "Chemistry", Kind = BranchKind.Branch }));

        Assert.Contains("Chemistry", (await reader.OpenAsync($"/branches/{parent.Id}")).Text);
        Assert.Equal(parent.Path, await portal.InDbAsync(db => db.Branches.Where(b => b.ParentId == parent.Id).Select(b => b.Path.Substring(0, parent.Path.Length)).SingleAsync()));
    }

    [Fact]
    public async Task A_taken_code_is_refused_at_its_field_and_nothing_typed_is_lost()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var form = await (await portal.As(Actor.OrganisationOffice)).OpenAsync($"/admin/branches/create?parentId={branch.ParentId}");

        var answer = await form.SubmitAsync(new { branch.Code, Name = "Chemistry", Kind = BranchKind.Branch });

        answer.IsRefusedWith($"编号{branch.Code}已被其他组织使用。");
        Assert.Equal("Chemistry", answer.Html.QuerySelector("input[name=Name]")!.GetAttribute("value"));
        Assert.Equal("true", answer.Html.QuerySelector("input[name=Code]")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_kind_that_cannot_stand_there_is_refused()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var form = await (await portal.As(Actor.OrganisationOffice)).OpenAsync($"/admin/branches/create?parentId={branch.Id}");

        var answer = await form.SubmitAsync(new { Code = Portal.Unique("N"), Name = "Below a branch", Kind = BranchKind.GeneralBranch });

        answer.IsRefusedWith("这一类组织不能设在这里");
    }

    [Fact]
    public async Task An_empty_name_is_refused_at_its_field()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var form = await (await portal.As(Actor.OrganisationOffice)).OpenAsync($"/en/admin/branches/{branch.Id}/edit");

        (await form.SubmitAsync(new { Name = " " }, "form[data-draft]")).IsRefusedWith("Fill in: Name.");
    }

    [Fact]
    public async Task A_move_takes_the_whole_subtree_along()
    {
        var university = await portal.PlantBranchAsync("University", kind: BranchKind.UniversityCommittee);
        var college = await portal.PlantBranchAsync("College", university, BranchKind.CollegeCommittee);
        var general = await portal.PlantBranchAsync("General branch", university, BranchKind.GeneralBranch);
        var leaf = await portal.PlantBranchAsync("Leaf", general);
        var office = await portal.As(Actor.OrganisationOffice);

        await office.FollowAsync(await (await office.OpenAsync($"/admin/branches/{general.Id}/edit")).SubmitAsync(new { ParentCode = college.Code }, "form[data-draft]"));

        Assert.StartsWith(college.Path, await portal.InDbAsync(db => db.Branches.Where(b => b.Id == leaf.Id).Select(b => b.Path).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal(2, await portal.InDbAsync(db => db.Set<BranchPeriod>().CountAsync(p => p.BranchId == general.Id)));
    }

    [Fact]
    public async Task A_move_under_itself_is_refused()
    {
        var general = await portal.PlantBranchAsync("General branch", kind: BranchKind.GeneralBranch);
        var leaf = await portal.PlantBranchAsync("Leaf", general);
        var office = await portal.As(Actor.OrganisationOffice);

        var answer = await (await office.OpenAsync($"/en/admin/branches/{general.Id}/edit")).SubmitAsync(new { ParentCode = leaf.Code }, "form[data-draft]");

        answer.IsRefusedWith("cannot be moved under itself");
    }

    [Fact]
    public async Task The_second_of_two_editors_keeps_the_text_and_is_told()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var office = await portal.As(Actor.OrganisationOffice);
        var (first, second) = (await office.OpenAsync($"/en/admin/branches/{branch.Id}/edit"), await office.OpenAsync($"/en/admin/branches/{branch.Id}/edit"));
        await first.SubmitAsync(new { Name = "First" }, "form[data-draft]");

        var answer = await second.SubmitAsync(new { Name = "Second" }, "form[data-draft]");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Someone else saved this first.", answer.Text);
        Assert.Equal("Second", answer.Html.QuerySelector("input[name=Name]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_branch_with_people_is_not_archived()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await portal.PlantPersonAsync(branch, "Li Hua", Stage.FullMember);
        var office = await portal.As(Actor.OrganisationOffice);

        await (await office.OpenAsync($"/admin/branches/{branch.Id}/edit")).SubmitAsync(new { }, "form[action$='/archive']");

        Assert.Null(await portal.InDbAsync(db => db.Branches.Where(b => b.Id == branch.Id).Select(b => b.ArchivedOn).SingleAsync()));
    }

    [Fact]
    public async Task An_archived_branch_says_so_and_can_be_restored()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var office = await portal.As(Actor.OrganisationOffice);
        var edit = await office.OpenAsync($"/en/admin/branches/{branch.Id}/edit");

        var archived = await office.FollowAsync(await edit.SubmitAsync(new { }, "form[action$='/archive']"));
        Assert.Contains("Archived.", archived.Text);

        var restored = await office.FollowAsync(await edit.SubmitAsync(new { }, "form[action$='/restore']"));
        Assert.DoesNotContain("Archived.", restored.Text);
    }

    [Fact]
    public async Task A_secretary_does_not_keep_the_tree()
    {
        var branch = await portal.PlantBranchAsync("Physics");

        await (await portal.As(Actor.Secretary(branch))).IsRefusedAt($"/admin/branches/{branch.Id}/edit");
    }
}
