using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data.People;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Features.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.People;

/// <summary>An import as a job: left and returned to, all or nothing, by the sender's right; duplicates as chosen; and back.</summary>
public sealed class ImportRunTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly object?[] Headings = ["姓名", "学号", "政治面貌", "出生日期", "电子邮箱"];

    [Fact]
    public async Task It_waits_is_left_and_returned_to_and_nobody_sends_it_twice()
    {
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, [Headings, ["王五", Portal.Unique("N"), "群众", null, null]]);

        var waiting = await secretary.FollowAsync(await page.SubmitAsync(new { }, "#import"));
        Assert.Contains("0 of 1 rows looked at.", waiting.Text);
        Assert.Equal(waiting.Url, (await page.SubmitAsync(new { }, "#import")).Location);
        (await page.SubmitAsync(new { }, "#give-up")).Message.Dispose();
        await portal.RunImportsAsync();
        await portal.RunImportsAsync();

        Assert.Equal("1", Added(await secretary.OpenAsync(waiting.Url)));
        Assert.Equal(1, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));
        await (await portal.As(Actor.Secretary(await portal.PlantBranchAsync("History")))).FindsNothingAt(waiting.Url);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_imported_with_every_rule_and_taken_back()
    {
        var (branch, secretary) = await PlantAsync();
        var prefix = Portal.Unique("L");
        var rows = (TestSize.IsFull ? 10_000 : 500) - 1;
        var run = await ImportAsync(secretary, await SendAsync(secretary, branch, [Headings, .. Enumerable.Range(0, rows).Select(i => new object?[] { $"学生{i}", $"{prefix}{i:D5}", "入党申请人", "2005-02-03", null })]));
        Assert.Equal($"{rows}", Added(run));
        Assert.Equal(rows, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));

        await UndoAsync(secretary, run);

        Assert.Equal(0, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));
    }

    [Fact]
    public async Task What_a_killed_portal_left_is_taken_up_again_and_done_once()
    {
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, [Headings, ["王五", Portal.Unique("N"), "群众", null, null]]);
        var run = await secretary.FollowAsync(await page.SubmitAsync(new { }, "#import"));
        await portal.InDbAsync(async db => { (await db.PeopleImports.SingleAsync(i => i.BranchId == branch.Id)).Begin(); await db.SaveChangesAsync(); });

        await portal.RunImportsAsync();

        Assert.Equal("1", Added(await secretary.OpenAsync(run.Url)));
    }

    [Fact]
    public async Task What_became_faulty_meanwhile_is_not_imported_at_all_and_may_be_looked_at_again()
    {
        var (branch, secretary) = await PlantAsync();
        var number = Portal.Unique("N");
        var page = await SendAsync(secretary, branch, [Headings, ["甲", Portal.Unique("N"), "群众", null, null], ["乙", number, "群众", null, null]]);
        var sent = await page.SubmitAsync(new { }, "#import");
        await portal.InDbAsync(async db =>
        {
            var other = await portal.PlantPersonAsync(await portal.PlantBranchAsync("History"), "Zhao");
            (await db.People.SingleAsync(p => p.Id == other.Id)).GiveNumber(number);
            await db.SaveChangesAsync();
        });

        await portal.RunImportsAsync();

        var failed = await secretary.FollowAsync(sent);
        Assert.Contains("Some rows have become faulty since you looked at them.", failed.Text);
        Assert.Equal(0, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync(page.Url)).Status);
    }

    [Fact]
    public async Task Whose_office_ended_before_it_ran_imports_nothing()
    {
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, [Headings, ["王五", null, "群众", null, null]]);
        await page.SubmitAsync(new { }, "#import");
        await portal.InDbAsync(async db => { (await db.RoleGrants.SingleAsync(g => g.AccountId == secretary.AccountId)).Withdraw(portal.Today); await db.SaveChangesAsync(); });

        await portal.RunImportsAsync();

        Assert.Equal((ImportState.Failed, "The office in which this was sent does not hold any more."), await portal.InDbAsync(db => db.PeopleImports.Where(i => i.BranchId == branch.Id).Select(i => new ValueTuple<ImportState, string>(i.State, i.Trouble!)).SingleAsync()));
        Assert.Equal(0, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));
    }

    [Theory, InlineData(DuplicatePolicy.Refuse, null, "old@example.cn"), InlineData(DuplicatePolicy.Skip, "Left out, on record already", "old@example.cn"), InlineData(DuplicatePolicy.Update, "Record updated", "new@example.cn")]
    public async Task A_number_on_record_is_refused_left_out_or_updated_as_chosen_and_each_row_says_so(DuplicatePolicy policy, string? said, string email)
    {
        var (branch, secretary) = await PlantAsync();
        var (wang, number) = await PlantWangAsync(branch);
        var page = await SendAsync(secretary, branch, [Headings, ["王五", number, "正式党员", "2005-02-03", "new@example.cn"], ["赵六", Portal.Unique("N"), "群众", null, null]]);

        var mapped = await secretary.FollowAsync(await page.SubmitAsync(new { Policy = policy }, "#mapping"));
        if (said is null)
        {
            Assert.Contains("Row 2: This number belongs to another record.", mapped.Text);
            return;
        }

        Assert.Contains(said, mapped.Html.QuerySelectorAll("tbody td .tag").Select(tag => tag.TextContent));
        await ImportAsync(secretary, mapped);
        var after = await portal.InDbAsync(db => db.People.SingleAsync(p => p.Id == wang.Id));
        Assert.Equal((email, Stage.Activist, policy is DuplicatePolicy.Update ? new DateOnly(2005, 2, 3) : null), (after.Email, after.Stage, after.BornOn));
        Assert.Equal(2, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));
    }

    [Fact]
    public async Task A_record_of_another_branch_is_neither_updated_nor_left_out_in_silence()
    {
        var (branch, secretary) = await PlantAsync();
        var (_, number) = await PlantWangAsync(await portal.PlantBranchAsync("History"));
        var page = await SendAsync(secretary, branch, [Headings, ["王五", number, "正式党员", null, "new@example.cn"]]);

        foreach (var policy in new[] { DuplicatePolicy.Skip, DuplicatePolicy.Update })
            Assert.Contains("Row 2: This number belongs to another record.", (await secretary.FollowAsync(await page.SubmitAsync(new { Policy = policy }, "#mapping"))).Text);
    }

    [Fact]
    public async Task Taking_back_restores_what_was_updated_and_leaves_alone_whom_somebody_changed_or_who_is_named_elsewhere()
    {
        var (branch, secretary) = await PlantAsync();
        var (wang, number) = await PlantWangAsync(branch);
        var page = await SendAsync(secretary, branch, [Headings, ["王五", number, "正式党员", null, "new@example.cn"], ["甲", null, "群众", null, null], ["乙", null, "群众", null, null], ["丙", null, "群众", null, null]]);
        var run = await ImportAsync(secretary, await secretary.FollowAsync(await page.SubmitAsync(new { Policy = DuplicatePolicy.Update }, "#mapping")));
        var edited = await portal.InDbAsync(db => db.People.Where(p => p.BranchId == branch.Id && p.Name == "乙").Select(p => p.Id).SingleAsync());
        await (await secretary.OpenAsync($"/en/people/{edited}/edit")).SubmitAsync(new { Email = "kept@example.cn" });
        await portal.InDbAsync(async db =>
        {
            var named = await db.People.SingleAsync(p => p.BranchId == branch.Id && p.Name == "丙");
            db.Add(new PersonLook(named, SealedField.Phone, "To call about the meeting", new Viewer { AccountId = secretary.AccountId, Acting = new ActingRole(0, Role.Secretary, branch.Id, "", branch.Path) }, portal.Clock.UtcNow()));
            await db.SaveChangesAsync();
        });

        var back = await UndoAsync(secretary, run);

        Assert.Equal(["丙", "乙"], back.Html.QuerySelectorAll("#left-alone a").Select(a => a.TextContent).Order());
        Assert.Equal(["丙", "乙", "王五"], (await portal.InDbAsync(db => db.People.Where(p => p.BranchId == branch.Id).Select(p => p.Name).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal("old@example.cn", await portal.InDbAsync(db => db.People.Where(p => p.Id == wang.Id).Select(p => p.Email).SingleAsync()));
        Assert.True(await portal.InDbAsync(db => db.Audit.AnyAsync(a => a.Action == "People.ImportUndone" && a.AccountId == secretary.AccountId && a.Detail == "2 taken back, 2 left alone")));
    }

    [Fact]
    public async Task Taking_back_waits_as_the_import_does_and_does_nothing_when_the_office_ends_before()
    {
        var (branch, secretary) = await PlantAsync();
        var run = await ImportAsync(secretary, await SendAsync(secretary, branch, [Headings, ["王五", null, "群众", null, null], ["赵六", null, "群众", null, null]]));
        var waiting = await secretary.FollowAsync(await run.SubmitAsync(new { }, "#undo"));
        Assert.Contains("0 of 2 rows looked at.", waiting.Text);
        Assert.Equal(waiting.Url, (await run.SubmitAsync(new { }, "#undo")).Location);
        await portal.InDbAsync(async db => { (await db.RoleGrants.SingleAsync(g => g.AccountId == secretary.AccountId)).Withdraw(portal.Today); await db.SaveChangesAsync(); });

        await portal.RunImportsAsync();

        var after = await (await portal.As(Actor.Secretary(branch))).OpenAsync(run.Url);
        Assert.Contains("Nothing was taken back. The office in which this was sent does not hold any more.", after.Text);
        Assert.Equal(2, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));
    }

    [Fact]
    public async Task A_value_that_belongs_to_another_record_by_now_stops_the_taking_back_with_nothing_done()
    {
        var (branch, secretary) = await PlantAsync();
        await portal.CollectIdNumbersAsync();
        var (wang, number) = await PlantWangAsync(branch);
        await portal.InDbAsync(async db => { (await db.People.SingleAsync(p => p.Id == wang.Id)).RecordIdNumber("11010519491231002X", Sealer); await db.SaveChangesAsync(); });
        var page = await SendAsync(secretary, branch, [["姓名", "学号", "政治面貌", "身份证号"], ["王五", Portal.Unique("N"), "正式党员", "11010519491231002X"], ["甲", null, "群众", null]]);
        var run = await ImportAsync(secretary, await secretary.FollowAsync(await page.SubmitAsync(new { Policy = DuplicatePolicy.Update }, "#mapping")));
        await portal.InDbAsync(async db =>
        {
            var other = await portal.PlantPersonAsync(branch, "Zhao");
            (await db.People.SingleAsync(p => p.Id == other.Id)).GiveNumber(number);
            await db.SaveChangesAsync();
        });

        var after = await UndoAsync(secretary, run);

        Assert.Contains("Nothing was taken back. This number belongs to another record.", after.Text);
        Assert.Equal(3, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));
    }

    [Fact]
    public async Task A_record_that_changes_while_it_is_taken_back_stays_and_so_do_all_until_it_is_looked_at_again()
    {
        var (branch, secretary) = await PlantAsync();
        await ImportAsync(secretary, await SendAsync(secretary, branch, [Headings, ["甲", null, "群众", null, null], ["乙", null, "群众", null, null]]));
        var viewer = new Viewer { AccountId = secretary.AccountId, Acting = new ActingRole(0, Role.Secretary, branch.Id, "", branch.Path) };

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => portal.InDbAsync(viewer, async db =>
        {
            var rows = await db.ImportedPeople.AsNoTracking().Include(p => p.Person).Where(p => p.BranchId == branch.Id).ToListAsync();
            await portal.InDbAsync(async other => { (await other.People.SingleAsync(p => p.Id == rows[0].PersonId)).Rename("丙"); return await other.SaveChangesAsync(); });
            await db.ImportAsync("People.ImportUndone", null, "", alongside: () => db.DeleteImportedAsync(rows));
            return 0;
        }));

        Assert.Equal(2, await portal.InDbAsync(db => db.ImportedPeople.CountAsync(p => p.BranchId == branch.Id)));
        Assert.Equal(2, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id && p.Periods.Any())));
    }

    [Fact]
    public async Task The_workbook_is_its_senders_for_thirty_days_and_then_the_import_is_forgotten()
    {
        var (branch, secretary) = await PlantAsync();
        var run = await ImportAsync(secretary, await SendAsync(secretary, branch, [Headings, ["王五", null, "群众", null, null]]));
        var workbook = (await Workbook.ReadAsync((await secretary.GetAsync(run.Url + "/workbook")).Message))[1];
        Assert.Equal("王五", workbook[0]);
        await (await portal.As(Actor.Secretary(branch))).FindsNothingAt(run.Url + "/workbook");

        portal.Clock.Advance(TimeSpan.FromDays(31));
        await portal.InDbAsync(db => ActivatorUtilities.CreateInstance<ForgetSheets>(portal.Services).RunAsync(db, portal.Clock.UtcNow()));
        await portal.InDbAsync(db => new ForgetImports().RunAsync(db, portal.Clock.UtcNow()));

        var later = await portal.As(Actor.Secretary(branch));
        await later.FindsNothingAt(run.Url);
        Assert.False(await portal.InDbAsync(db => db.ImportedPeople.AnyAsync(p => p.BranchId == branch.Id)));
        Assert.Equal(1, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));
    }

    [Fact]
    public async Task Formulas_are_explained_where_the_rows_are_checked()
    {
        var (branch, secretary) = await PlantAsync();

        var page = await secretary.FollowAsync(await (await secretary.OpenAsync("/en/people/import")).SubmitAsync(new { BranchId = branch.Id, Workbook = ("a.xlsx", Workbooks.WithFormulaAndHiddenColumn()) }));

        Assert.Contains("The workbook has formulas.", page.Text);
        Assert.DoesNotContain("merged cells", page.Text);
    }

    private FieldSealer Sealer => portal.Services.GetRequiredService<FieldSealer>();

    private async Task<(Branch Branch, Browser Secretary)> PlantAsync()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        return (branch, await portal.As(Actor.Secretary(branch)));
    }

    private Task<(Person Person, string Number)> PlantWangAsync(Branch branch) => portal.InDbAsync(async db =>
    {
        var planted = await portal.PlantPersonAsync(branch, "王五", Stage.Activist);
        var wang = await db.People.SingleAsync(p => p.Id == planted.Id);
        wang.GiveNumber(Portal.Unique("W"));
        wang.Email = "old@example.cn";
        await db.SaveChangesAsync();
        return (wang, wang.Number!);
    });

    private static async Task<Page> SendAsync(Browser secretary, Branch branch, object?[][] rows) =>
        await secretary.FollowAsync(await (await secretary.OpenAsync("/en/people/import")).SubmitAsync(new { BranchId = branch.Id, Workbook = ("名册.xlsx", Workbook.Of(rows)) }));

    private async Task<Page> ImportAsync(Browser secretary, Page page)
    {
        var sent = await page.SubmitAsync(new { }, "#import");
        await portal.RunImportsAsync();
        return await secretary.FollowAsync(sent);
    }

    private async Task<Page> UndoAsync(Browser secretary, Page run)
    {
        var sent = await run.SubmitAsync(new { }, "#undo");
        await portal.RunImportsAsync();
        return await secretary.FollowAsync(sent);
    }

    private static string Added(Page run) => run.Html.QuerySelector("#figures dd")!.TextContent;

    /// <summary>PORTAL_TEST_FULL=1: as many rows as are taken at once.</summary>
    private static class TestSize
    {
        public static bool IsFull { get; } = Environment.GetEnvironmentVariable("PORTAL_TEST_FULL") == "1";
    }
}
