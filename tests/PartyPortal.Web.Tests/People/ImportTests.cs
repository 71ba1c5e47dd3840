using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Web.Platform.Sheets;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.People;

public sealed class ImportTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_imports_a_sheet_as_schools_send_it()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(branch));
        var number = "00" + Portal.Unique("");
        byte[] sheet = Workbook.Of(["物理学院党员名册", null, null, null], ["姓 名", "学号", "政治面貌", "出生年月"],
            ["王 五", number, "中共党员", "2005.07.04"], ["𠮷小明", null, "积极分子", "20041203"], ["李雷", 20261234d, "预备党员", new DateTime(2004, 3, 10)], ["韩梅", null, "发展对象", 38000d]);

        var upload = await (await secretary.OpenAsync("/people/import")).SubmitAsync(new { BranchId = branch.Id, Workbook = ("名册.xlsx", sheet) });
        var answer = await (await secretary.FollowAsync(upload)).SubmitAsync(new { });

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var people = await portal.InDbAsync(db => db.People.Where(p => p.BranchId == branch.Id).OrderBy(p => p.BornOn).ToListAsync());
        Assert.Equal(["韩梅", "李雷", "𠮷小明", "王五"], people.Select(p => p.Name));
        Assert.Equal(number, people[3].Number);
        Assert.Equal("20261234", people[1].Number);
        Assert.Single(await portal.InDbAsync(db => db.Audit.Where(a => a.Action == "People.Imported" && a.AccountId == secretary.AccountId).ToListAsync()));
        await secretary.FindsNothingAt(upload.Location!);
    }

    [Fact]
    public async Task One_faulty_row_keeps_all_rows_out()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(branch));
        byte[] sheet = Workbook.Of(["姓名", "发展阶段", "出生日期"], ["王五", "正式党员", "2005-02-30"], ["李雷", "正式党员", "2005-02-03"]);

        var upload = await (await secretary.OpenAsync("/people/import")).SubmitAsync(new { BranchId = branch.Id, Workbook = ("a.xlsx", sheet) });
        var page = await secretary.FollowAsync(upload);
        var answer = await page.SubmitAsync(new { });

        Assert.Contains("2005-02-30", page.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.False(await portal.InDbAsync(db => db.People.AnyAsync(p => p.BranchId == branch.Id)));
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused_at_the_field()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(branch));

        var answer = await (await secretary.OpenAsync("/en/people/import")).SubmitAsync(new { BranchId = branch.Id, Workbook = ("a.xlsx", "no workbook"u8.ToArray()) });

        answer.IsRefusedWith("This is no Excel workbook (.xlsx).");
    }

    [Theory, InlineData("2005.07.04", "2005-07-04"), InlineData("20041203", "2004-12-03"), InlineData("2026年3月10日", "2026-03-10"), InlineData("2026/3/1", "2026-03-01"), InlineData("38000", "2004-01-14"), InlineData("2026-02-30", null), InlineData("2026", null), InlineData("soon", null)]
    public void A_day_is_read_as_schools_write_it(string text, string? day) =>
        Assert.Equal(day, DayText.Read(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
