using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Branches;

/// <summary>The tree out of a workbook: all rows or none, each with its verdict.</summary>
public sealed class BranchImportTests(Portal portal)
{
    private readonly string _code = Portal.Unique("I");

    [Fact]
    public async Task The_office_imports_children_before_their_parents_and_one_audit_row_tells_it()
    {
        var top = await portal.PlantBranchAsync("University", kind: BranchKind.UniversityCommittee);
        var office = await portal.As(Actor.OrganisationOffice);
        var page = await SendAsync(office, ["某大学党组织一览", null, null, null, null, null], ["组织代码", "组织 名称", "类别", "上级代码", "成立时间", "联系电话"],
            [_code + "2", "物理系教工党支部", "党支部", _code + "1", "2020.09.01", "000-01"], [_code + "1", "理学院党委", "党委", top.Code.ToLowerInvariant(), 43836d, null]);

        var answer = await page.SubmitAsync(new { });

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var rows = await portal.InDbAsync(db => db.Branches.Where(b => b.Code.StartsWith(_code)).OrderBy(b => b.Code).ToListAsync());
        Assert.Equal([BranchKind.CollegeCommittee, BranchKind.Branch], rows.Select(b => b.Kind));
        Assert.Equal($"{top.Path}{rows[0].Id:D5}/{rows[1].Id:D5}/", rows[1].Path);
        Assert.Equal("000-01", rows[1].Telephone);
        var audit = await portal.InDbAsync(db => db.Audit.SingleAsync(a => a.AccountId == office.AccountId));
        Assert.Equal("Branches.Imported", audit.Action);
        Assert.StartsWith("2 rows, sha256 ", audit.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_faulty_row_says_what_is_wrong_and_keeps_all_rows_out()
    {
        var top = await portal.PlantBranchAsync("University", kind: BranchKind.UniversityCommittee);
        var (taken, archived) = (await portal.PlantBranchAsync("Taken", top), await portal.PlantBranchAsync("Archived", top, BranchKind.GeneralBranch));
        var leaf = await portal.PlantBranchAsync("Leaf", top);
        await portal.InDbAsync(async db =>
        {
            (await db.Branches.SingleAsync(b => b.Id == archived.Id)).Archive(portal.Today);
            await db.SaveChangesAsync();
        });
        var office = await portal.As(Actor.OrganisationOffice);

        var page = await SendAsync(office, ["代码", "名称", "类型", "上级代码", "成立日期"],
            [_code + "a", "Circle", "党总支", _code + "b", "2020-09-01"], [_code + "b", "Circle", "党总支", _code + "a", "2020-09-01"],
            [_code + "c", "Below the circle", "党支部", _code + "a", "2020-09-01"],
            [_code + "d", "Twice", "党支部", top.Code, "2020-09-01"], [_code + "D", "Twice", "党支部", top.Code, "2020-09-01"],
            [taken.Code, "Taken again", "党支部", top.Code, "2020-09-01"],
            [_code + "e", "Nowhere", "党支部", _code + "none", "2020-09-01"],
            [_code + "f", "Below a branch", "党支部", leaf.Code, "2020-09-01"],
            [_code + "g", "Below the archived", "党支部", archived.Code, "2020-09-01"],
            [_code + "h", "No such day", "党支部", top.Code, "2020-02-30"],
            [_code + "i", "No such kind", "党组", top.Code, "2020-09-01"],
            [_code + "j", "Good", "党支部", top.Code, "2020-09-01"]);

        Assert.Contains("12 rows, 11 of them faulty.", page.Text);
        foreach (var sentence in (string[])["go round in a circle", "The row of the parent", "stands in more than one row", "is used by another organisation", "No organisation in use has the code",
            "cannot stand there", "is archived", "is no day", "The kind is missing or unknown"]) Assert.Contains(sentence, page.Text);
        Assert.Null(page.Html.QuerySelector("main form[method=post] button"));
        await office.PostAsync(page.Html.QuerySelector("main form[method=post]")!.GetAttribute("action")!);
        Assert.False(await portal.InDbAsync(db => db.Branches.AnyAsync(b => b.Code.StartsWith(_code))));
    }

    [Fact]
    public async Task The_faulty_rows_are_downloaded_with_what_is_wrong_and_run_no_formula()
    {
        var office = await portal.As(Actor.SystemAdministrator);
        var page = await SendAsync(office, ["代码", "名称", "类型", "上级代码", "成立日期"], [_code, "=1+1", "党支部", "", "2020-09-01"]);

        var rows = await Workbook.ReadAsync(await office.Http.GetAsync(page.Html.QuerySelector("button[formaction]")!.GetAttribute("formaction")));

        Assert.Equal(["代码", "名称", "类型", "上级代码", "成立日期", "问题"], rows[0]);
        Assert.Equal("'=1+1", rows[1][1]);
        Assert.Contains("cannot stand there", rows[1][5]);
    }

    [Fact]
    public async Task The_template_can_be_sent_as_it_is_downloaded()
    {
        var office = await portal.As(Actor.OrganisationOffice);

        var rows = await Workbook.ReadAsync(await office.Http.GetAsync("/admin/branches/import/template"));

        Assert.Equal("代码", rows[0][0]);
        Assert.DoesNotContain((await SendAsync(office, [.. rows.Select(r => r.Cast<object?>().ToArray())])).Html.QuerySelectorAll("option[selected]"), o => o.TextContent == "Not used");
    }

    [Fact]
    public async Task A_workbook_without_codes_is_refused_at_the_field()
    {
        var form = await (await portal.As(Actor.OrganisationOffice)).OpenAsync("/en/admin/branches/import");

        (await form.SubmitAsync(new { Workbook = ("a.xlsx", Workbook.Of(["姓名"], ["王五"])) })).IsRefusedWith("No heading of a column with codes was found.");
    }

    [Fact]
    public async Task A_sheet_is_read_by_its_sender_alone()
    {
        var page = await SendAsync(await portal.As(Actor.OrganisationOffice), ["代码", "名称"], [_code, "x"]);

        await (await portal.As(Actor.SystemAdministrator)).FindsNothingAt(page.Html.QuerySelector("main form[method=post]")!.GetAttribute("action")!);
    }

    private static async Task<Page> SendAsync(Browser office, params object?[][] rows) =>
        await office.FollowAsync(await (await office.OpenAsync("/en/admin/branches/import")).SubmitAsync(new { Workbook = ("tree.xlsx", Workbook.Of(rows)) }));
}
