using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
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
    public async Task A_branch_page_names_its_posts_and_groups_and_nobody_by_name()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.PlantPersonAsync(branch, "李书记");
        var account = (await portal.As(Actor.Of(secretary))).AccountId!;
        await portal.InDbAsync(async db =>
        {
            var here = (await db.Branches.FindAsync(branch.Id))!;
            db.AddRange(new RoleGrant(account, Role.Secretary, here, new DateOnly(2024, 1, 1), account), new BranchGroup(here, "第一党小组"));
            await db.SaveChangesAsync();
        });

        var page = await (await portal.As(Actor.Public)).OpenAsync($"/branches/{branch.Id}");

        Assert.Contains("书记", page.Text);
        Assert.Contains("第一党小组", page.Text);
        Assert.DoesNotContain("李书记", page.Text);
    }

    [Fact]
    public async Task A_branch_page_shows_its_notices_to_those_alone_who_may_read_them()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await portal.InDbAsync(async db =>
        {
            var notice = new Notice(branch.Id, new NoticeContent("For members only", "<p>x</p>", NoticeCategory.Notice, AudienceKind.Members), db.Viewer, portal.Clock.GetUtcNow().UtcDateTime);
            notice.Publish(db.Viewer, portal.Clock.GetUtcNow().UtcDateTime);
            db.Add(notice);
            await db.SaveChangesAsync();
        });

        Assert.Contains("For members only", (await (await portal.As(Actor.Member(branch))).OpenAsync($"/branches/{branch.Id}")).Text);
        Assert.DoesNotContain("For members only", (await (await portal.As(Actor.Applicant(branch))).OpenAsync($"/branches/{branch.Id}")).Text);
        Assert.DoesNotContain("For members only", (await (await portal.As(Actor.Public)).OpenAsync($"/branches/{branch.Id}")).Text);
    }

    [Fact]
    public async Task The_keeper_finds_an_organisation_by_its_state()
    {
        var branch = await portal.PlantBranchAsync(Portal.Unique("Physics"));
        await portal.InDbAsync(async db =>
        {
            (await db.Branches.SingleAsync(b => b.Id == branch.Id)).Archive(portal.Today);
            await db.SaveChangesAsync();
        });
        var keeper = await portal.As(Actor.SystemAdministrator);

        Assert.Contains(branch.Code, (await keeper.OpenAsync($"/admin/branches?Words={branch.Name}&State=Archived")).Text);
        Assert.DoesNotContain(branch.Code, (await keeper.OpenAsync($"/admin/branches?Words={branch.Name}&State=InUse")).Text);
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
    public async Task A_kind_that_cannot_stand_there_is_refused_at_the_parent()
    {
        var college = await portal.PlantBranchAsync("College", kind: BranchKind.GeneralBranch);
        var form = await (await portal.As(Actor.OrganisationOffice)).OpenAsync($"/admin/branches/create?parentId={college.Id}");

        var answer = await form.SubmitAsync(new { Code = Portal.Unique("N"), Name = "Below a general branch", Kind = BranchKind.GeneralBranch });

        answer.IsRefusedWith("这一类组织不能设在这里");
        Assert.Equal("true", answer.Html.QuerySelector("[name=ParentId]")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task The_parent_is_typed_by_code_or_name_and_an_unknown_one_is_refused_with_what_was_typed()
    {
        var college = await portal.PlantBranchAsync(Portal.Unique("College "), kind: BranchKind.GeneralBranch);
        for (var i = 0; i < 31; i++) await portal.PlantBranchAsync("One of many", null, BranchKind.UniversityCommittee);
        var form = await (await portal.As(Actor.OrganisationOffice)).OpenAsync("/en/admin/branches/create");
        var (first, second) = (Portal.Unique("N"), Portal.Unique("N"));

        var unknown = await form.SubmitAsync(new { Code = first, Name = "Chemistry", Kind = BranchKind.Branch, ParentId = "nowhere" });
        await form.SubmitAsync(new { Code = first, Name = "Chemistry", Kind = BranchKind.Branch, ParentId = college.Code.ToLowerInvariant() });
        await form.SubmitAsync(new { Code = second, Name = "Biology", Kind = BranchKind.Branch, ParentId = $"{college.Code} {college.Name}" });

        unknown.IsRefusedWith("No organisation in use has the code or name “nowhere”.");
        Assert.Equal("nowhere", unknown.Html.QuerySelector("input[name=ParentId]")!.GetAttribute("value"));
        Assert.Equal(2, await portal.InDbAsync(db => db.Branches.CountAsync(b => b.ParentId == college.Id && (b.Code == first || b.Code == second))));
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_change_nothing()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var office = await portal.As(Actor.OrganisationOffice);
        var page = await office.OpenAsync($"/admin/branches/{branch.Id}/edit");
        var form = page.Html.QuerySelectorAll("form[data-draft] input[name], form[data-draft] select[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");

        (form["Name"], form["People"]) = ("Physics renamed", nameof(BranchPeople.Staff));
        (form["Kind"], form["ParentId"], form["Path"], form["Gone"], form["ArchivedOn"]) = (nameof(BranchKind.UniversityCommittee), "", "/", "7", "2026-01-01");
        await office.PostAsync($"/admin/branches/{branch.Id}/edit", new FormUrlEncodedContent(form));

        var kept = await portal.InDbAsync(db => db.Branches.SingleAsync(b => b.Id == branch.Id));
        Assert.Equal((branch.Kind, branch.ParentId, branch.Path, 0, null), (kept.Kind, kept.ParentId, kept.Path, kept.Gone, kept.ArchivedOn));
        Assert.Equal("Physics renamed", kept.Name);
    }

    [Fact]
    public async Task An_empty_name_is_refused_at_its_field()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var form = await (await portal.As(Actor.OrganisationOffice)).OpenAsync($"/en/admin/branches/{branch.Id}/edit");

        (await form.SubmitAsync(new { Name = " " }, "form[data-draft]")).IsRefusedWith("Fill in: Name.");
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
    public async Task A_secretary_does_not_keep_the_tree()
    {
        var branch = await portal.PlantBranchAsync("Physics");

        await (await portal.As(Actor.Secretary(branch))).IsRefusedAt($"/admin/branches/{branch.Id}/edit");
    }
}
