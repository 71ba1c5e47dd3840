using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Features.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.People;

public sealed class ImportTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_imports_a_sheet_as_schools_send_it()
    {
        var (branch, secretary) = await PlantAsync();
        var number = "00" + Portal.Unique("");
        var page = await SendAsync(secretary, branch, Workbook.Of(["物理学院党员名册", null, null, null], ["姓 名", "学号", "政治面貌", "出生年月"],
            ["王 五", number, "中共党员", "2005.07.04"], ["𠮷小明", null, "积极分子", "20041203"], ["李雷", 20261234d, "预备党员", new DateTime(2004, 3, 10)], ["韩梅", null, "发展对象", 38000d]));

        var done = await ImportAsync(secretary, page);

        Assert.Contains("已导入", done.Text);
        var people = await portal.InDbAsync(db => db.People.Where(p => p.BranchId == branch.Id).OrderBy(p => p.BornOn).ToListAsync());
        Assert.Equal(["韩梅", "李雷", "𠮷小明", "王五"], people.Select(p => p.Name));
        Assert.Equal(number, people[3].Number);
        Assert.Equal("20261234", people[1].Number);
    }

    [Fact]
    public async Task An_import_is_one_audit_row_with_its_file_and_figures()
    {
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, Workbook.Of(["姓名", "发展阶段"], ["王五", "正式党员"], ["李雷", "正式党员"]));

        await ImportAsync(secretary, page);

        var row = Assert.Single(await portal.InDbAsync(db => db.Audit.Where(a => a.AccountId == secretary.AccountId).ToListAsync()));
        Assert.Equal(("People.Imported", $"Branch {branch.Id}", "Secretary"), (row.Action, row.Subject, row.Role));
        Assert.Matches("^2 rows: 2 added, 0 updated, 0 left out, sha256 [0-9A-F]{64}$", row.Detail);
        await secretary.FindsNothingAt(page.Url);
    }

    [Fact]
    public async Task Two_hundred_good_rows_wait_for_three_faulty_ones_to_be_mended_on_the_page()
    {
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, TwoHundredAndThree());
        Assert.Null(page.Html.QuerySelector("#import"));
        Assert.Equal(3, page.Html.QuerySelectorAll("#mend fieldset").Length);

        // Pasted from a message: full-width digits, a space without width, a tab.
        var mended = await secretary.FollowAsync(await page.SubmitAsync(new Dictionary<string, object>
        {
            ["Rows[0].Cells[2]"] = "２００５．０２．２８",
            ["Rows[1].Cells[1]"] = "\u200b入党积极分子\t",
            ["Rows[2].IsLeftOut"] = "true",
        }, "#mend"));
        var done = await ImportAsync(secretary, mended);

        Assert.Contains("已导入", done.Text);
        Assert.Equal(202, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));
        Assert.Equal(new DateOnly(2005, 2, 28), await portal.InDbAsync(db => db.People.Where(p => p.BranchId == branch.Id && p.Name == "错甲").Select(p => p.BornOn).SingleAsync()));
    }

    [Fact]
    public async Task Faulty_rows_are_mended_in_Excel_and_sent_back()
    {
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, TwoHundredAndThree());
        var faults = await secretary.Http.GetAsync(page.Html.QuerySelector("a[href$=faults]")!.GetAttribute("href"));
        using var stream = new MemoryStream(await faults.Content.ReadAsByteArrayAsync());
        var rows = stream.Query(useHeaderRow: false).Select(row => ((IDictionary<string, object?>)row).Values.ToArray()).ToList();
        Assert.Equal((4, "行号", "问题"), (rows.Count, rows[0][0], rows[0][^1]));
        (rows[1][3], rows[2][2], rows[3][1]) = ("2005年2月28日", "群众", "错丙");

        var mended = await secretary.FollowAsync(await page.SubmitAsync(new { workbook = ("faults.xlsx", Workbook.Of([.. rows])) }, "#mended"));
        await ImportAsync(secretary, mended);

        Assert.Equal(203, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id)));
    }

    [Fact]
    public async Task Another_workbook_is_not_taken_for_the_mended_rows()
    {
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, TwoHundredAndThree());

        var answer = await page.SubmitAsync(new { workbook = ("a.xlsx", Workbook.Of(["姓名"], ["王五"])) }, "#mended");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(3, (await secretary.OpenAsync(page.Url)).Html.QuerySelectorAll("#mend fieldset").Length);
    }

    [Fact]
    public async Task The_secretary_corrects_what_a_column_means_and_gives_all_rows_one_stage()
    {
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, Workbook.Of(["姓名", "编号", "备注"], ["王五", "00" + Portal.Unique(""), "x"]));
        Assert.Null(page.Html.QuerySelector("#import"));

        var mapped = await secretary.FollowAsync(await page.SubmitAsync(new { Columns = new[] { RosterColumn.Name, RosterColumn.Number, RosterColumn.Unused }, Stage = Stage.Applicant }, "#mapping"));
        await ImportAsync(secretary, mapped);

        var person = await portal.InDbAsync(db => db.People.SingleAsync(p => p.BranchId == branch.Id));
        Assert.Equal(Stage.Applicant, person.Stage);
        Assert.StartsWith("00", person.Number, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phones_and_ID_numbers_of_a_sheet_are_sealed()
    {
        await portal.CollectIdNumbersAsync();
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, Workbook.Of(["姓名", "政治面貌", "手机号", "身份证号码"], ["王五", "群众", "138 1234 5678", "９９００１１１９９００３０７５６７３"]));
        await ImportAsync(secretary, page);

        var person = await portal.InDbAsync(db => db.People.SingleAsync(p => p.BranchId == branch.Id));
        var shown = await secretary.OpenAsync($"/people/{person.Id}");
        Assert.Contains("138****5678", shown.Text);
        Assert.Contains("9900**********5673", shown.Text);
    }

    [Theory]
    [InlineData("990011199003075000", "Excel has cut this ID number to 15 digits.")]
    [InlineData("990011199003075674", "The last character of the ID number does not fit the others.")]
    public async Task A_wrong_ID_number_is_said_at_its_cell(string number, string sentence)
    {
        await portal.CollectIdNumbersAsync();
        var (branch, secretary) = await PlantAsync();

        var page = await SendAsync(secretary, branch, Workbook.Of(["姓名", "政治面貌", "身份证号"], ["王五", "群众", number]), "/en");

        Assert.Contains(sentence, page.Html.QuerySelector("#mend .field-error")!.TextContent);
    }

    [Fact]
    public async Task A_number_on_record_elsewhere_or_twice_in_the_sheet_is_named_at_its_row()
    {
        var (branch, secretary) = await PlantAsync();
        var history = await portal.PlantBranchAsync("History");
        var (there, twice) = (Portal.Unique("N"), Portal.Unique("N"));
        await (await (await portal.As(Actor.Secretary(history))).OpenAsync("/people/new")).SubmitAsync(new { Name = "Zhao", Number = there, BranchId = history.Id, Stage = Stage.Applicant });

        var page = await SendAsync(secretary, branch, Workbook.Of(["姓名", "学号", "政治面貌"], ["甲", there, "群众"], ["乙", twice, "群众"], ["丙", twice.ToLowerInvariant(), "群众"]), "/en");

        Assert.Equal(["Row 2: This number belongs to another record.", "Row 4: This number stands in two rows."], page.Html.QuerySelectorAll("#mend legend").Select(l => l.TextContent));
    }

    [Fact]
    public async Task Formula_cells_bring_their_value_and_hidden_columns_are_shown()
    {
        var (branch, secretary) = await PlantAsync();

        var page = await SendAsync(secretary, branch, Workbooks.WithFormulaAndHiddenColumn());
        await ImportAsync(secretary, page);

        Assert.Equal(["姓名", "政治面貌", "学号"], page.Html.QuerySelectorAll("#mapping tbody th").Select(h => h.TextContent.Trim()));
        var person = await portal.InDbAsync(db => db.People.SingleAsync(p => p.BranchId == branch.Id));
        Assert.Equal(("王五", Workbooks.FormulaValue), (person.Name, person.Number));
    }

    [Fact]
    public async Task The_template_can_be_sent_back_and_its_example_is_nobody()
    {
        var (branch, secretary) = await PlantAsync();
        var template = await (await secretary.Http.GetAsync("/people/import/template")).Content.ReadAsByteArrayAsync();
        using var stream = new MemoryStream(template);
        Assert.Equal(["人员", "填写说明"], stream.GetSheetNames());

        var answer = await (await secretary.OpenAsync("/en/people/import")).SubmitAsync(new { BranchId = branch.Id, Workbook = ("template.xlsx", template) });

        answer.IsRefusedWith("There is no row below the headings.");
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused_at_the_field()
    {
        var (branch, secretary) = await PlantAsync();

        foreach (var (bytes, sentence) in new (byte[], string)[]
        {
            ([.. "no workbook"u8], "This is no Excel workbook (.xlsx)."),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "This is the old Excel format (.xls), or a password protects it."),
            (Workbook.Of(["编号"], ["1"]), "No heading of a column with names was found."),
            (Workbook.Of([["姓名"], .. Enumerable.Repeat<object?[]>(["王五"], Sheet.MostRows + 1)]), "The sheet has more than 10000 rows."),
        })
        {
            var answer = await (await secretary.OpenAsync("/en/people/import")).SubmitAsync(new { BranchId = branch.Id, Workbook = ("a.xlsx", bytes) });
            answer.IsRefusedWith(sentence);
            Assert.Contains(sentence, answer.Html.QuerySelector("#Workbook-error")!.TextContent);
        }

        Assert.Empty(Kept(secretary));
    }

    [Fact]
    public async Task A_workbook_is_its_senders_alone_and_goes_when_given_up()
    {
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, Workbook.Of(["姓名", "政治面貌"], ["王五之秘", "群众"]));
        Assert.All(Kept(secretary), file => Assert.DoesNotContain("PK", Encoding.Latin1.GetString(File.ReadAllBytes(file)[..2])));

        await (await portal.As(Actor.Secretary(branch))).FindsNothingAt(page.Url);
        await page.SubmitAsync(new { }, "#give-up");

        await secretary.FindsNothingAt(page.Url);
        Assert.Empty(Kept(secretary));
    }

    [Fact]
    public async Task An_abandoned_workbook_is_deleted_by_the_portal()
    {
        var (branch, secretary) = await PlantAsync();
        var page = await SendAsync(secretary, branch, Workbook.Of(["姓名", "政治面貌"], ["王五", "群众"]));
        var job = ActivatorUtilities.CreateInstance<ForgetSheets>(portal.Services);

        await portal.InDbAsync(db => job.RunAsync(db, portal.Clock.UtcNow() + SheetUpload.KeptFor));
        await secretary.OpenAsync(page.Url);
        await portal.InDbAsync(db => job.RunAsync(db, portal.Clock.UtcNow() + SheetUpload.KeptFor + TimeSpan.FromMinutes(1)));

        await secretary.FindsNothingAt(page.Url);
    }

    [Theory, InlineData("2005.07.04", "2005-07-04"), InlineData("20041203", "2004-12-03"), InlineData("2026年3月10日", "2026-03-10"), InlineData("2026/3/1", "2026-03-01"), InlineData("38000", "2004-01-14"), InlineData("2026-02-30", null), InlineData("2026", null), InlineData("soon", null)]
    public void A_day_is_read_as_schools_write_it(string text, string? day) =>
        Assert.Equal(day, DayText.Read(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private async Task<(Branch Branch, Browser Secretary)> PlantAsync()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        return (branch, await portal.As(Actor.Secretary(branch)));
    }

    private static async Task<Page> SendAsync(Browser secretary, Branch branch, byte[] sheet, string language = "") =>
        await secretary.FollowAsync(await (await secretary.OpenAsync($"{language}/people/import")).SubmitAsync(new { BranchId = branch.Id, Workbook = ("名册.xlsx", sheet) }));

    private async Task<Page> ImportAsync(Browser secretary, Page page)
    {
        var sent = await page.SubmitAsync(new { }, "#import");
        await portal.RunImportsAsync();
        return await secretary.FollowAsync(sent);
    }

    private IEnumerable<string> Kept(Browser sender) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(portal.Services.GetRequiredService<DataFolder>().Path("imports", "x"))!, $"{sender.AccountId}-*");

    /// <summary>Rows 202 to 204 have a day that is none, no stage, and no name.</summary>
    private static byte[] TwoHundredAndThree() => Workbook.Of([
        ["姓名", "发展阶段", "出生日期"],
        .. Enumerable.Range(0, 200).Select(n => new object?[] { $"学生{(char)('甲' + n)}", "入党申请人", "2005-02-03" }),
        ["错甲", "入党申请人", "2005-02-30"], ["错乙", "某某", "2005-02-03"], [null, "入党申请人", "2005-02-03"]]);
}
