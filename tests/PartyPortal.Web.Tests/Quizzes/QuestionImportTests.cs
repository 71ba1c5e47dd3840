using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Quizzes;

/// <summary>Questions out of a file: each with its verdict, all or none.</summary>
public sealed class QuestionImportTests(Portal portal)
{
    private static readonly object?[] Headings = ["序号", "题型", "题目", "A", "B", "C", "答案", "依据", "解析", "知识点"];

    [Fact]
    public async Task A_secretary_brings_a_workbook_as_a_school_has_it()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await SendAsync(secretary, Workbook.Of(["试题汇总", null, null, null, null, null, null, null, null, null], Headings,
            [1, "单选题", "几名？", "一至二名", "三名", "", "A", "细则第九条", "如此", "发展党员；学时"], [2, "多选", "哪些？", "a", "b", "c", "A、Ｃ", "", "", ""],
            [3, "判断题", "是否？", "", "", "", "√", "条例第一条", "", ""], [4, "填空", "多少？", "", "", "", "32\n三十二", "", "", ""], [5, "问答题", "为何？", "", "", "", "因为", "", "", ""]));

        Assert.Contains("5 rows, 0 of them faulty.", page.Text);
        await secretary.FollowAsync(await page.SubmitAsync(new { }));

        var bank = await portal.InDbAsync(db => db.Questions.Where(q => q.BranchId == physics.Id).OrderBy(q => q.Id).ToListAsync());
        Assert.Equal([(QuestionKind.Single, "1", false), (QuestionKind.Multiple, "1,3", true), (QuestionKind.TrueFalse, "True", false), (QuestionKind.FillIn, "32\n三十二", true), (QuestionKind.ShortAnswer, "因为", true)],
            bank.Select(q => (q.Kind, q.RightAnswer, q.IsUnverified)));
        Assert.Equal(["发展党员", "学时"], bank[0].Tags.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.Equal((secretary.AccountId, "如此", "细则第九条"), (bank[0].WrittenBy, bank[0].Explanation, bank[0].Article));
        var audit = await portal.InDbAsync(db => db.Audit.SingleAsync(a => a.AccountId == secretary.AccountId && a.Action == "Questions.Imported"));
        Assert.StartsWith("5 rows, sha256 ", audit.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_confirmed_several_times_at_once_comes_in_once()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var page = await SendAsync(await portal.As(Actor.Secretary(physics)), Workbook.Of(Headings, [1, "判断题", "一次", "", "", "", "错", "", "", ""]));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.SubmitAsync(new { })));

        Assert.Equal(1, await portal.InDbAsync(db => db.Questions.CountAsync(q => q.BranchId == physics.Id)));
    }

    [Fact]
    public async Task Each_faulty_row_says_what_is_wrong_and_keeps_all_rows_out()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        await portal.PlantQuestionAsync(physics, content: new(QuestionKind.TrueFalse, "已有的题") { IsTrue = true, IsUnverified = true });
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await SendAsync(secretary, Workbook.Of(Headings,
            [1, "单选题", "无答案", "a", "b", "", "", "", "", ""], [2, "单选题", "两个", "a", "b", "", "AB", "", "", ""], [3, "单选题", "重复", "32", "３２", "", "A", "", "", ""], [4, "单选题", "空的", "a", "b", "", "C", "", "", ""],
            [5, "单选题", "字母", "a", "b", "", "甲", "", "", ""], [6, "配对题", "题型", "a", "b", "", "A", "", "", ""], [7, "判断题", "判断", "", "", "", "也许", "", "", ""], [8, "判断题", "已有的题", "", "", "", "对", "", "", ""],
            [9, "判断题", "同样的题", "", "", "", "对", "", "", ""], [10, "判断题", "同样的题", "", "", "", "对", "", "", ""], [11, "判断题", "好题", "", "", "", "错", "", "", ""], [12, "填空题", "", "", "", "", "32", "", "", ""]));

        Assert.Contains("12 rows, 10 of them faulty.", page.Text);
        foreach (var sentence in (string[])["Mark the right answer.", "Only one answer can be right here", "This answer appears twice", "Write this answer, or do not mark it", "names no answer", "The kind is missing or unknown.",
            "Say whether the statement is true or false.", "This question is in the bank already.", "The same question stands in row 10.", "Write the question."]) Assert.Contains(sentence, page.Text);
        Assert.DoesNotContain("Import all rows", page.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsync(new { })).Status);
        Assert.Equal(1, await portal.InDbAsync(db => db.Questions.CountAsync(q => q.BranchId == physics.Id)));

        var faults = await Workbook.ReadAsync((await secretary.GetAsync(page.Url.Split('?')[0] + "/faults")).Message);
        Assert.Equal(11, faults.Count);
        Assert.Contains("Mark the right answer.", faults[1][^1]);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xml")]
    [InlineData("gift")]
    public async Task A_bank_taken_away_is_brought_back_elsewhere_as_it_was(string format)
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        QuestionContent[] bank =
        [
            Planting.Single with { Explanation = "Because\n=it says so", Tags = ["学时", "党章"] }, Planting.FillIn, new(QuestionKind.TrueFalse, "{So} it is: #1 = ~2") { IsTrue = false, Article = "第一条", IsUnverified = true },
            new(QuestionKind.Multiple, "Which\nof them?") { Options = [new("a=b", true), new("<b>", true), new("@c", false), new("d", true)], Article = "第二条" }, new(QuestionKind.ShortAnswer, "Why?") { ModelAnswer = "Because\nof it", Article = "第三条" },
        ];
        foreach (var content in bank) await portal.PlantQuestionAsync(physics, content: content);
        var taken = await (await portal.As(Actor.Secretary(physics))).GetAsync($"/desk/questions/export/{format}");

        var secretary = await portal.As(Actor.Secretary(history));
        var page = await SendAsync(secretary, await taken.Message.Content.ReadAsByteArrayAsync());
        await secretary.FollowAsync(await page.SubmitAsync(new { }));

        Assert.Equal(await ReadAsync(physics), await ReadAsync(history));

        Task<List<string>> ReadAsync(Branch branch) => portal.InDbAsync(async db => (await db.Questions.Where(q => q.BranchId == branch.Id).OrderBy(q => q.Id).ToListAsync())
            .ConvertAll(q => string.Join('|', q.Kind, q.Text, q.OptionLines, q.RightAnswer, q.Article, q.IsUnverified, q.Explanation, string.Join(',', q.Tags.Select(t => t.Name).Order(StringComparer.Ordinal)))));
    }

    [Fact]
    public async Task A_type_that_the_bank_does_not_know_is_named_and_the_others_come_in()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await SendAsync(secretary, "::Born::When?{#1921:0}\n\n::So::It is so.{T}"u8.ToArray());

        Assert.Contains("1 questions are left out:", page.Text);
        Assert.Contains("Question 1, “Born”: The bank has no questions of the type “numerical”.", page.Text);
        await secretary.FollowAsync(await page.SubmitAsync(new { }));
        Assert.Equal("It is so.", await portal.InDbAsync(db => db.Questions.Where(q => q.BranchId == physics.Id).Select(q => q.Text).SingleAsync()));
    }

    [Fact]
    public async Task A_faulty_file_of_Moodle_is_mended_as_a_workbook()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await SendAsync(secretary, "::So::Which?{~a ~b}\n\n::Good::It is so.{T}"u8.ToArray());
        Assert.Contains("2 rows, 1 of them faulty.", page.Text);

        var rows = await Workbook.ReadAsync((await secretary.GetAsync(page.Url.Split('?')[0] + "/workbook")).Message);
        rows[1][12] = "B";
        var mended = await SendAsync(secretary, Workbook.Of([.. rows.Select(row => row.Cast<object?>().ToArray())]));
        await secretary.FollowAsync(await mended.SubmitAsync(new { }));

        Assert.Equal(2, await portal.InDbAsync(db => db.Questions.CountAsync(q => q.BranchId == physics.Id)));
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused_at_its_field_and_a_kept_one_is_its_senders_alone()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var form = await secretary.OpenAsync("/en/desk/questions/import");

        Assert.Contains("no Moodle XML", (await form.SubmitAsync(new { Workbook = ("a.xlsx", new byte[] { 1, 0, 1 }) })).Html.QuerySelector("#Workbook-error")!.TextContent);
        Assert.Contains("no question file of Moodle", (await form.SubmitAsync(new { Workbook = ("a.xml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><quiz>&b;</quiz>"u8.ToArray()) })).Html.QuerySelector("#Workbook-error")!.TextContent);
        (await form.SubmitAsync(new { Workbook = ("a.txt", Array.Empty<byte>()) })).IsRefusedWith("The file is empty or larger than 10 MB.");
        (await form.SubmitAsync(new { })).IsRefusedWith("Fill in: File of questions.");

        var page = await SendAsync(secretary, "::So::It is so.{T}"u8.ToArray());
        await (await portal.As(Actor.Secretary(physics))).FindsNothingAt(page.Url);
    }

    private static async Task<Page> SendAsync(Browser browser, byte[] file) => await browser.FollowAsync(await (await browser.OpenAsync("/en/desk/questions/import")).SubmitAsync(new { Workbook = ("questions", file) }));
}
