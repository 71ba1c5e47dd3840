using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Platform.Search;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Search;

/// <summary>One box over everything that the reader may see. Each test finds its own by a word that no other has.</summary>
public sealed class SearchTests(Portal portal)
{
    private readonly string _own = Portal.Unique("w");

    [Theory]
    [InlineData("党费")]
    [InlineData("费")]
    [InlineData("收缴党费")]
    [InlineData("黨費")]
    [InlineData("ＱＱ群")]
    [InlineData("qq群")]
    [InlineData("dangfei")]
    [InlineData("sjdf")]
    [InlineData("2026年三月")]
    [InlineData("收缴 会议室")]
    [InlineData("會議室")]
    public async Task A_notice_is_found_by(string words)
    {
        var id = await portal.PlantNoticeAsync(await BranchAsync(), $"关于做好2026年三月收缴党费的通知{_own}", "<p>请到第一<strong>会议</strong>室，或加入QQ群。</p>");
        await portal.KeepIndexAsync();

        Assert.Equal([$"/notices/{id}"], await (await portal.As(Actor.Public)).SearchAsync($"{words} {_own}"));
    }

    [Theory]
    [InlineData("党章")]
    [InlineData("费党")]
    [InlineData("到室")]
    [InlineData("zhangdang")]
    [InlineData("《》")]
    public async Task A_notice_is_not_found_by(string words)
    {
        await portal.PlantNoticeAsync(await BranchAsync(), $"关于收缴党费的通知{_own}", "<p>请到会议室</p>");
        await portal.KeepIndexAsync();

        var page = await (await portal.As(Actor.Public)).OpenAsync($"/en/search?words={Uri.EscapeDataString($"{words} {_own}")}");

        Assert.Empty(page.Found());
        Assert.Contains("Nothing found.", page.Text);
    }

    [Fact]
    public async Task A_notice_in_traditional_writing_is_found_by_simplified_words()
    {
        var id = await portal.PlantNoticeAsync(await BranchAsync(), $"發展黨員{_own}");
        await portal.KeepIndexAsync();

        Assert.Equal([$"/notices/{id}"], await (await portal.As(Actor.Public)).SearchAsync($"发展党员 {_own}"));
    }

    [Fact]
    public async Task Notices_materials_guides_and_organisations_are_found_together_or_alone()
    {
        var branch = await portal.PlantBranchAsync($"物理{_own}");
        var notice = await portal.PlantNoticeAsync(branch, "通知一", $"<p>{_own}</p>");
        var material = await portal.PlantMaterialAsync(branch, "资料一", _own);
        var guide = await portal.PlantGuideAsync(branch, "指南一", $"第一步 {_own}");
        await portal.KeepIndexAsync();
        var member = await portal.As(Actor.Member(branch));

        Assert.Equal([$"/branches/{branch.Id}", $"/guides/{guide}", $"/notices/{notice}", $"/study/{material}"], (await member.SearchAsync($"物理{_own}")).Where(h => h != $"/branches/{branch.ParentId}").Order(StringComparer.Ordinal));
        Assert.Equal([$"/guides/{guide}"], await member.SearchAsync(_own, "&kind=Guide"));
    }

    [Fact]
    public async Task Words_are_marked_in_title_and_excerpt_and_markup_in_a_text_does_nothing()
    {
        var branch = await BranchAsync();
        await portal.PlantNoticeAsync(branch, $"收缴<b>党费</b>{_own}", $"<p>{string.Concat(Enumerable.Repeat("很长的开头，", 30))}请按时缴纳党费 &lt;script&gt;alert(1)&lt;/script&gt;。</p>");
        await portal.KeepIndexAsync();

        var page = await (await portal.As(Actor.Public)).OpenAsync($"/search?words={Uri.EscapeDataString($"党费 {_own}")}");
        var spelled = await (await portal.As(Actor.Public)).OpenAsync($"/search?words=df+{_own}");

        var hit = page.Html.QuerySelector("main .list li")!;
        Assert.Equal(["党费", _own, "党费"], hit.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.StartsWith("…", hit.QuerySelector(".list-text")!.TextContent);
        Assert.Contains("<script>alert(1)</script>", hit.QuerySelector(".list-text")!.TextContent);
        Assert.Empty(hit.QuerySelectorAll("b, script"));
        Assert.Equal("党费", spelled.Html.QuerySelector("main .list-title mark")!.TextContent);
    }

    [Fact]
    public async Task What_fits_best_comes_first_or_what_is_newest()
    {
        var branch = await BranchAsync();
        var inTitle = await portal.PlantNoticeAsync(branch, $"换届 {_own}");
        var inText = await portal.PlantNoticeAsync(branch, $"其他事项 {_own}", "<p>在很长的文字里提到一次换届</p>");
        await portal.KeepIndexAsync();
        var reader = await portal.As(Actor.Public);

        Assert.Equal([$"/notices/{inTitle}", $"/notices/{inText}"], await reader.SearchAsync($"换届 {_own}"));
        Assert.Equal([$"/notices/{inText}", $"/notices/{inTitle}"], await reader.SearchAsync($"换届 {_own}", "&order=Newest"));
    }

    [Theory, InlineData(""), InlineData("&order=Newest")]
    public async Task A_long_answer_comes_in_pages_without_a_total_and_each_row_once(string order)
    {
        var branch = await BranchAsync();
        for (var i = 0; i < 23; i++) await portal.PlantNoticeAsync(branch, $"{_own} {i}");
        await portal.KeepIndexAsync();
        var reader = await portal.As(Actor.Public);

        var first = await reader.OpenAsync($"/search?words={_own}{order}");
        var next = await reader.OpenAsync(first.Html.QuerySelector(".pager a")!.GetAttribute("href")!);

        Assert.Equal((20, 3), (first.Found().Count, next.Found().Count));
        Assert.Equal(23, first.Found().Concat(next.Found()).Distinct().Count());
        Assert.DoesNotContain("23", first.Html.QuerySelector("main")!.TextContent.Replace(_own, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_words_the_newest_are_shown_and_words_that_are_too_long_are_cut()
    {
        await portal.PlantNoticeAsync(await BranchAsync(), _own);
        await portal.KeepIndexAsync();
        var reader = await portal.As(Actor.Public);

        Assert.NotEmpty((await reader.OpenAsync("/search")).Found());
        Assert.NotEmpty((await reader.OpenAsync("/search?words=%20&kind=Notice")).Found());
        Assert.Single(await reader.SearchAsync(_own + new string(' ', 200) + "never"));
    }

    [Theory]
    [InlineData("kind=99&order=99&after=%00")]
    [InlineData("after=zz-1-2")]
    [InlineData("after=7fc00000-ffffffffffffffff-ffffffffffffffff")]
    [InlineData("words=%22+AND+%28title%3A*%29+%5B%7E+%2F")]
    [InlineData("words=%ED%A0%80%F0%A0%AE%B7")]
    [InlineData("words=a&words=b")]
    public async Task Strange_questions_get_a_page(string query) => await (await portal.As(Actor.Public)).OpenAsync("/search?" + query);

    [Fact]
    public async Task Nobody_finds_what_is_not_theirs_and_nothing_tells_that_it_is_there()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        await portal.KeepIndexAsync();
        var stranger = await portal.As(Actor.Public);
        var before = await TextAsync(stranger);
        var inside = await portal.PlantNoticeAsync(physics, $"内部通知{_own}", audience: AudienceKind.Branch);
        var members = await portal.PlantNoticeAsync(physics, $"党员通知{_own}", audience: AudienceKind.Members);
        await portal.PlantNoticeAsync(physics, $"草稿{_own}", isDraft: true);
        await portal.KeepIndexAsync();

        Assert.Equal(before, await TextAsync(stranger));
        Assert.Equal([], await (await portal.As(Actor.PlainAccount)).SearchAsync(_own));
        Assert.Equal([], await (await portal.As(Actor.Applicant(history))).SearchAsync(_own));
        Assert.Equal([$"/notices/{members}"], await (await portal.As(Actor.Member(history))).SearchAsync(_own));
        Assert.Equal([], await (await portal.As(Actor.SystemAdministrator)).SearchAsync(_own));
        foreach (var reader in new[] { Actor.Member(physics), Actor.Secretary(physics), Actor.OrganisationOffice })
            Assert.Equal([$"/notices/{members}", $"/notices/{inside}"], await (await portal.As(reader)).SearchAsync(_own, "&order=Newest"));
    }

    [Fact]
    public async Task Hidden_rows_leave_no_gap_in_a_page_and_do_not_change_the_order()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        foreach (var i in Enumerable.Range(0, 25)) await portal.PlantNoticeAsync(i % 2 == 0 ? history : physics, $"{_own} {i}", audience: AudienceKind.Branch);
        await portal.KeepIndexAsync();
        var reader = await portal.As(Actor.Member(history));
        var before = await TextAsync(reader);
        Assert.Equal(13, (await reader.SearchAsync(_own)).Count);

        // Forty more that this reader may not see: more than are asked of the index at once.
        foreach (var i in Enumerable.Range(0, 40)) await portal.PlantNoticeAsync(physics, $"{_own} {_own} {i}", audience: AudienceKind.Branch);
        await portal.KeepIndexAsync();

        Assert.Equal(before, await TextAsync(reader));
    }

    [Fact]
    public async Task A_stale_index_hides_late_but_never_shows()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        for (var i = 0; i < 35; i++) await portal.PlantNoticeAsync(history, $"{_own} {i}");
        var shown = await portal.PlantNoticeAsync(physics, _own);
        await portal.KeepIndexAsync();
        // Behind the index's back, as if another instance had done it a moment ago.
        await portal.InDbAsync(db => db.Notices.Where(n => n.BranchId == history.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.AudienceKey, $"branch:{history.Id}")));

        var page = await (await portal.As(Actor.Public)).OpenAsync($"/search?words={_own}");

        Assert.Equal([$"/notices/{shown}"], page.Found());
        Assert.Null(page.Html.QuerySelector("main .pager"));
    }

    [Fact]
    public async Task A_branch_that_moves_takes_what_it_wrote_to_its_new_office()
    {
        var old = await portal.PlantBranchAsync("Old", null, BranchKind.GeneralBranch);
        var @new = await portal.PlantBranchAsync("New", await portal.InDbAsync(db => db.Branches.SingleAsync(b => b.Id == old.ParentId)), BranchKind.GeneralBranch);
        var branch = await portal.PlantBranchAsync("Physics", old);
        var notice = await portal.PlantNoticeAsync(branch, _own, audience: AudienceKind.Branch);
        await portal.KeepIndexAsync();
        await portal.InDbAsync(async db =>
        {
            (await db.Branches.SingleAsync(b => b.Id == branch.Id)).MoveUnder(await db.Branches.SingleAsync(b => b.Id == @new.Id), portal.Today);
            await db.SaveChangesAsync();
        });
        await portal.KeepIndexAsync();

        Assert.Equal([$"/notices/{notice}"], await (await portal.As(Actor.GeneralBranchSecretary(@new))).SearchAsync(_own));
        Assert.Equal([], await (await portal.As(Actor.GeneralBranchSecretary(old))).SearchAsync(_own));
    }

    [Fact]
    public async Task What_is_withdrawn_or_renamed_is_found_so_at_once()
    {
        var branch = await BranchAsync();
        var (withdrawn, renamed) = (await portal.PlantNoticeAsync(branch, $"甲{_own}"), await portal.PlantNoticeAsync(branch, $"乙{_own}", audience: AudienceKind.Campus));
        await portal.KeepIndexAsync();
        await portal.InDbAsync(async db =>
        {
            (await db.Notices.SingleAsync(n => n.Id == withdrawn)).Withdraw("Wrong");
            var notice = await db.Notices.SingleAsync(n => n.Id == renamed);
            notice.Revise(new Domain.Notices.NoticeContent($"丙{_own}", notice.Body, notice.Category, notice.AudienceKind), Viewer.System, notice.PublishAt);
            await db.SaveChangesAsync();
        });
        await portal.KeepIndexAsync();
        var reader = await portal.As(Actor.Member(branch));

        Assert.Equal([$"/notices/{renamed}"], await reader.SearchAsync(_own));
        Assert.Equal([], await reader.SearchAsync($"乙{_own}"));
        Assert.Equal([$"/notices/{renamed}"], await reader.SearchAsync($"丙{_own}"));
    }

    [Fact]
    public async Task The_answer_is_for_no_robot_and_the_box_stands_on_every_other_page()
    {
        var reader = await portal.As(Actor.Public);

        Assert.Equal(["noindex"], (await reader.GetAsync("/search")).Message.Headers.GetValues("X-Robots-Tag"));
        Assert.Equal("/en/search", (await reader.OpenAsync("/en/notices")).Html.QuerySelector("header form[role=search]")!.GetAttribute("action"));
        Assert.Null((await reader.OpenAsync("/en/search")).Html.QuerySelector("header form[role=search]"));
    }

    private async Task<Branch> BranchAsync() => await portal.PlantBranchAsync("Physics");

    private async Task<string> TextAsync(Browser reader) => (await reader.OpenAsync($"/search?words={_own}")).Html.QuerySelector("main")!.InnerHtml;
}
