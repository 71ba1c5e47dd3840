using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Branches;

/// <summary>Moving, archiving and restoring, from the page of the branch.</summary>
public sealed class MovingBranchesTests(Portal portal)
{
    [Fact]
    public async Task A_move_says_what_moves_along_and_changes_nothing_before_it_is_confirmed()
    {
        var (office, general, college) = await PlantAsync();
        var leaf = await portal.PlantBranchAsync("Leaf", general);
        await portal.PlantPersonAsync(leaf, "Li Hua");

        var confirm = await AskAsync(office, general, college);

        Assert.Contains("Organisations that move along1 People in them1", confirm.Text);
        Assert.Equal(leaf.Path, await PathOfAsync(leaf));

        await office.FollowAsync(await new Page(office, $"/en/admin/branches/{general.Id}/move", confirm).SubmitAsync(new { }));
        Assert.StartsWith(college.Path, await PathOfAsync(leaf), StringComparison.Ordinal);
        Assert.Equal(2, await portal.InDbAsync(db => db.Set<BranchPeriod>().CountAsync(p => p.BranchId == general.Id)));
    }

    [Fact]
    public async Task A_move_under_itself_is_refused_at_its_field()
    {
        var (office, general, _) = await PlantAsync();

        var answer = await AskAsync(office, general, general);

        answer.IsRefusedWith("cannot be moved under itself");
        Assert.Equal("true", answer.Html.QuerySelector("[name=ParentId]")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task An_archived_parent_is_refused_at_its_field()
    {
        var (office, general, college) = await PlantAsync();
        var page = await office.OpenAsync($"/en/admin/branches/{general.Id}/move");
        await portal.InDbAsync(async db =>
        {
            (await db.Branches.SingleAsync(b => b.Id == college.Id)).Archive(portal.Today);
            await db.SaveChangesAsync();
        });

        (await page.SubmitAsync(new { ParentId = page.Choice("ParentId", college) })).IsRefusedWith("use");
    }

    [Fact]
    public async Task A_move_over_a_newer_change_is_told_and_not_made()
    {
        var (office, general, college) = await PlantAsync();
        var confirm = await AskAsync(office, general, college);
        await portal.InDbAsync(async db =>
        {
            var row = await db.Branches.Include(b => b.Parent).Include(b => b.Periods).SingleAsync(b => b.Id == general.Id);
            row.Rename(row.Code, "Renamed meanwhile", portal.Today);
            await db.SaveChangesAsync();
        });

        var answer = await new Page(office, $"/en/admin/branches/{general.Id}/move", confirm).SubmitAsync(new { });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(general.Path, await PathOfAsync(general));
    }

    [Fact]
    public async Task A_branch_with_people_is_not_archived()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await portal.PlantPersonAsync(branch, "Li Hua");
        var office = await portal.As(Actor.OrganisationOffice);

        await (await office.OpenAsync($"/branches/{branch.Id}")).SubmitAsync(new { }, "form[action$='/archive']");

        Assert.Null(await portal.InDbAsync(db => db.Branches.Where(b => b.Id == branch.Id).Select(b => b.ArchivedOn).SingleAsync()));
    }

    [Fact]
    public async Task An_archived_branch_says_so_is_offered_no_more_and_can_be_restored()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var office = await portal.As(Actor.OrganisationOffice);

        var archived = await office.FollowAsync(await (await office.OpenAsync($"/en/branches/{branch.Id}")).SubmitAsync(new { }, "form[action$='/archive']"));
        Assert.Contains("Archived. This page is kept to be read.", archived.Text);
        Assert.DoesNotContain("Physics Branch", (await office.OpenAsync($"/en/branches/{branch.ParentId}")).Text);

        var restored = await office.FollowAsync(await archived.SubmitAsync(new { }, "form[action$='/restore']"));
        Assert.DoesNotContain("Archived.", restored.Text);
    }

    [Fact]
    public async Task Code_and_name_of_an_archived_branch_can_be_used_again_and_then_it_is_not_restored()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var office = await portal.As(Actor.OrganisationOffice);
        var archived = await office.FollowAsync(await (await office.OpenAsync($"/en/branches/{branch.Id}")).SubmitAsync(new { }, "form[action$='/archive']"));

        var form = await office.OpenAsync($"/en/admin/branches/create?parentId={branch.ParentId}");
        await office.FollowAsync(await form.SubmitAsync(new { branch.Code, branch.Name, Kind = BranchKind.Branch }));
        await archived.SubmitAsync(new { }, "form[action$='/restore']");

        Assert.Equal([0, branch.Id], await portal.InDbAsync(db => db.Branches.Where(b => b.CodeKey == branch.CodeKey).Select(b => b.Gone).OrderBy(g => g).ToListAsync()));
    }

    private async Task<(Browser Office, Branch General, Branch College)> PlantAsync()
    {
        var university = await portal.PlantBranchAsync("University", kind: BranchKind.UniversityCommittee);
        return (await portal.As(Actor.OrganisationOffice),
            await portal.PlantBranchAsync("General branch", university, BranchKind.GeneralBranch),
            await portal.PlantBranchAsync("College", university, BranchKind.CollegeCommittee));
    }

    private static async Task<Answer> AskAsync(Browser office, Branch branch, Branch parent)
    {
        var page = await office.OpenAsync($"/en/admin/branches/{branch.Id}/move");
        return await page.SubmitAsync(new { ParentId = page.Choice("ParentId", parent) });
    }

    private Task<string> PathOfAsync(Branch branch) => portal.InDbAsync(db => db.Branches.Where(b => b.Id == branch.Id).Select(b => b.Path).SingleAsync());
}
