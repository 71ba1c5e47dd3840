using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.People;

public sealed class PeopleTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_adds_a_person_and_a_period_begins()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(branch));
        var number = "00" + Portal.Unique("N");

        var answer = await (await secretary.OpenAsync("/people/new")).SubmitAsync(new { Name = "单小明", Number = number, BranchId = branch.Id, Stage = Stage.Applicant, AppliedOn = new DateOnly(2026, 3, 1) });

        Assert.Contains(number, (await secretary.FollowAsync(answer)).Text);
        var person = await portal.InDbAsync(db => db.People.Include(p => p.Periods).SingleAsync(p => p.BranchId == branch.Id));
        Assert.Equal(("shan xiao ming", "sxm"), (person.NameKey, person.InitialsKey));
        Assert.Single(person.Periods);
    }

    [Fact]
    public async Task Dates_in_the_wrong_order_are_refused_at_the_field_and_what_was_typed_is_kept()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "Li Hua");
        var secretary = await portal.As(Actor.Secretary(branch));

        var answer = await (await secretary.OpenAsync($"/en/people/{person.Id}/edit")).SubmitAsync(new { Name = "Li Huahua", AppliedOn = new DateOnly(2024, 1, 1), AdmittedOn = new DateOnly(2023, 1, 1) });

        answer.IsRefusedWith("The admission must be later than the application and the day of birth.");
        Assert.Contains("Li Huahua", answer.Body);
        Assert.Equal("Li Hua", await portal.InDbAsync(db => db.People.Where(p => p.Id == person.Id).Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_the_first_save_stays()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "Li Hua");
        var secretary = await portal.As(Actor.Secretary(branch));
        var (first, second) = (await secretary.OpenAsync($"/people/{person.Id}/edit"), await secretary.OpenAsync($"/people/{person.Id}/edit"));

        await first.SubmitAsync(new { Name = "Li First" });
        var answer = await second.SubmitAsync(new { Name = "Li Second" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Li Second", answer.Html.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Contains("Li First", answer.Html.QuerySelector("#Name-saved")!.TextContent);
        Assert.Null(answer.Html.QuerySelector("#Number-saved"));
        Assert.Equal("Li First", await portal.InDbAsync(db => db.People.Where(p => p.Id == person.Id).Select(p => p.Name).SingleAsync()));

        var again = await new Page(secretary, $"/people/{person.Id}/edit", answer).SubmitAsync(new { Name = "Li Third" });
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal("Li Third", await portal.InDbAsync(db => db.People.Where(p => p.Id == person.Id).Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_number_that_belongs_to_a_person_out_of_sight_is_refused_at_its_field()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var number = Portal.Unique("N");
        var office = await portal.As(Actor.Secretary(history));
        await (await office.OpenAsync("/people/new")).SubmitAsync(new { Name = "Zhao", Number = number, BranchId = history.Id, Stage = Stage.Applicant });

        var secretary = await portal.As(Actor.Secretary(physics));
        var answer = await (await secretary.OpenAsync("/en/people/new")).SubmitAsync(new { Name = "Li", Number = number.ToLowerInvariant(), BranchId = physics.Id, Stage = Stage.Applicant });

        answer.IsRefusedWith("This number belongs to another record.");
        Assert.Contains("belongs to another record", answer.Html.QuerySelector("#Number-error")!.TextContent);
    }

    [Fact]
    public async Task A_person_of_another_branch_is_not_found_anywhere()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var zhao = await portal.PlantPersonAsync(history, "Zhao Zhao");
        var secretary = await portal.As(Actor.Secretary(physics));

        await secretary.FindsNothingAt($"/people/{zhao.Id}");
        await secretary.FindsNothingAt($"/people/{zhao.Id}/edit");
        await secretary.FindsNothingAt($"/people/{zhao.Id}/transfer");
        await secretary.FindsNothingAt($"/people/{zhao.Id}/stage");
        Assert.DoesNotContain("Zhao Zhao", (await secretary.OpenAsync($"/people?BranchId={history.Id}")).Text);
    }

    [Fact]
    public async Task A_member_may_not_open_the_list()
    {
        var branch = await portal.PlantBranchAsync("Physics");

        await (await portal.As(Actor.Member(branch))).IsRefusedAt("/people");
    }

    [Theory, InlineData("zhang x"), InlineData("zxm"), InlineData("张"), InlineData("ZX")]
    public async Task A_person_is_found_by_name_pinyin_and_initials(string words)
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await portal.PlantPersonAsync(branch, "张小明");
        await portal.PlantPersonAsync(branch, "欧阳海");
        var secretary = await portal.As(Actor.Secretary(branch));

        var page = await secretary.OpenAsync("/people?Words=" + Uri.EscapeDataString(words));

        Assert.Contains("张小明", page.Text);
        Assert.DoesNotContain("欧阳海", page.Text);
    }

    [Fact]
    public async Task A_transfer_and_a_stage_each_write_a_period()
    {
        var committee = await portal.PlantBranchAsync("College", null, Domain.Branches.BranchKind.GeneralBranch);
        var (a, b) = (await portal.PlantBranchAsync("A", committee), await portal.PlantBranchAsync("B", committee));
        var person = await portal.PlantPersonAsync(a, "Li Hua", Stage.Applicant);
        var secretary = await portal.As(Actor.GeneralBranchSecretary(committee));

        var moved = await (await secretary.OpenAsync($"/people/{person.Id}/transfer")).SubmitAsync(new { BranchId = b.Id, On = new DateOnly(2025, 9, 1) });
        var risen = await (await secretary.OpenAsync($"/people/{person.Id}/stage")).SubmitAsync(new { Stage = Stage.Activist, On = new DateOnly(2026, 1, 5) });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (moved.Status, risen.Status));
        var now = await portal.InDbAsync(db => db.People.Include(p => p.Periods).SingleAsync(p => p.Id == person.Id));
        Assert.Equal((b.Id, Stage.Activist, 3), (now.BranchId, now.Stage, now.Periods.Count));
        Assert.Equal(2, now.Periods.Count(p => p.Until is not null));
    }

    [Fact]
    public async Task The_export_runs_no_formula_keeps_its_columns_and_is_on_record()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await portal.PlantPersonAsync(branch, "=1+1");
        var secretary = await portal.As(Actor.Secretary(branch));

        var file = await secretary.Http.GetAsync("/people/export");
        using var stream = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
        var row = (IDictionary<string, object?>)stream.Query(useHeaderRow: true).Single();

        Assert.Equal("'=1+1", row["姓名"]);
        Assert.Equal(10, row.Count);
        Assert.True(await portal.InDbAsync(db => db.Audit.AnyAsync(a => a.Action == "People.Exported" && a.AccountId == secretary.AccountId)));
    }

    [Fact]
    public async Task A_secretary_prints_a_slip_from_the_record()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var page = await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/en/people/{li.Id}");
        Assert.Contains("No account yet", page.Text);

        var slips = await page.SubmitAsync(new { }, "#slip");

        Assert.Equal(HttpStatusCode.OK, slips.Status);
        Assert.Contains("Li Hua", slips.Text);
        Assert.NotNull(await portal.InDbAsync(db => db.People.Where(p => p.Id == li.Id).Select(p => p.AccountId).SingleAsync()));
    }

    [Fact]
    public async Task A_member_reads_his_own_record_and_an_account_without_one_is_told_so()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");

        Assert.Contains("Li Hua", (await (await portal.As(Actor.Of(li))).OpenAsync("/me")).Text);
        Assert.Contains("No record belongs to your account.", (await (await portal.As(Actor.PlainAccount)).OpenAsync("/en/me")).Text);
    }
}
