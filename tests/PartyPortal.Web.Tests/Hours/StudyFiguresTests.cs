using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Hours;

/// <summary>How organisations stand with their study: figures of one's own organisations, none of a few, none to be worked out, and in no order of merit.</summary>
public sealed class StudyFiguresTests(CountedPortal portal) : IClassFixture<CountedPortal>
{
    private const string TooFew = "Too few people to show";

    [Fact]
    public async Task A_secretary_reads_of_the_own_branch_how_many_have_reached_their_hours_and_finished_a_course()
    {
        var (_, physics, _, _) = await PlantAsync();

        var page = await (await portal.As(Actor.Secretary(physics))).OpenAsync("/en/desk/study-figures");

        Assert.Equal(["Physics | 20 | 8 members | 5 members"], Rows(page));
        Assert.Equal("As it stood on 31 October 2026, for the year 2026.", page.Html.QuerySelector("#as-of")!.TextContent);
        Assert.Equal(["40", "25"], page.Html.QuerySelectorAll("#figures .share-part").Select(bar => bar.GetAttribute("width")));
    }

    [Fact]
    public async Task An_organisation_with_others_below_it_shows_the_sum_of_what_is_shown_below_it_and_how_many_are_not_in_it()
    {
        var (college, _, _, _) = await PlantAsync();
        await portal.PlantMembersAsync(college, 10, 5, 5);
        await portal.CountAnewAsync();
        var secretary = await portal.As(Actor.GeneralBranchSecretary(college));

        foreach (var query in (string[])["", $"?BranchId={college.Id}", "?sort=Reached&order=desc", "?show=all&min=0&Stage=FullMember"])
        {
            Assert.Equal([
                "College with all below it Organisations with a figure too small to show, not counted: 2 | 30 | 13 members | 10 members",
                "Directly in College | 10 | 5 members | 5 members",
                "Physics | 20 | 8 members | 5 members",
                "History | 20 | Fewer than five | 6 members",
                $"Law | {TooFew}"], Rows(await secretary.OpenAsync($"/en/desk/study-figures{query}")));
        }
    }

    [Fact]
    public async Task A_branch_of_a_few_is_too_few_to_show_through_any_address_and_a_foreign_one_does_not_exist()
    {
        var (college, physics, _, law) = await PlantAsync();
        var (_, foreign, _, _) = await PlantAsync();
        var (above, below) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.Secretary(physics)));

        Assert.Equal([$"Law | {TooFew}"], Rows(await above.OpenAsync($"/en/desk/study-figures?BranchId={law.Id}")));
        Assert.Equal(["Law | 人数过少，不显示"], Rows(await above.OpenAsync($"/desk/study-figures?BranchId={law.Id}")));
        Assert.Equal([$"Law | {TooFew}"], Rows(await (await portal.As(Actor.Secretary(law))).OpenAsync("/en/desk/study-figures?after=x&min=0")));
        Assert.Contains(TooFew, (await above.OpenAsync($"/en/desk/hours?BranchId={law.Id}")).Html.QuerySelector("#totals")!.TextContent);
        foreach (var id in (int[])[foreign.Id, college.ParentId!.Value, int.MaxValue, 0]) await above.FindsNothingAt($"/en/desk/study-figures?BranchId={id}");
        foreach (var id in (int[])[college.Id, law.Id]) await below.FindsNothingAt($"/en/desk/study-figures?BranchId={id}");
        Assert.Null((await below.OpenAsync($"/en/desk/hours?BranchId={law.Id}")).Html.QuerySelector("#totals"));
    }

    [Fact]
    public async Task One_goes_down_from_organisation_to_organisation_and_up_again_and_each_total_adds_up()
    {
        var (college, physics, _, _) = await PlantAsync();
        var office = await portal.As(Actor.OrganisationOffice);

        var top = await office.OpenAsync($"/en/desk/study-figures?BranchId={college.ParentId}");
        Assert.Equal(["College University with all below it Organisations with a figure too small to show, not counted: 2 | 20 | 8 members | 5 members",
            "College Organisations with a figure too small to show, not counted: 2 | 20 | 8 members | 5 members"], Rows(top));

        var middle = await office.OpenAsync(top.Html.QuerySelector("#figures tbody a")!.GetAttribute("href")!);
        var bottom = await office.OpenAsync(middle.Html.QuerySelectorAll("#figures tbody a").Single(a => a.TextContent == physics.Name).GetAttribute("href")!);
        Assert.Single(Rows(bottom));
        Assert.Equal(["College University", "College"], bottom.Html.QuerySelectorAll(".breadcrumb a").Select(a => a.TextContent));
        Assert.Empty((await (await portal.As(Actor.Secretary(physics))).OpenAsync("/en/desk/study-figures")).Html.QuerySelectorAll(".breadcrumb a"));
    }

    [Fact]
    public async Task Where_nothing_is_counted_yet_the_page_says_when_it_will_be_in_both_languages()
    {
        var (college, _, _, _) = await PlantAsync();
        var late = await portal.PlantBranchAsync("Chemistry", college);
        await portal.PlantMembersAsync(late, 12, 6, 5);
        var above = await portal.As(Actor.GeneralBranchSecretary(college));

        Assert.Contains("Chemistry | Counted at the beginning of each month", Rows(await above.OpenAsync("/en/desk/study-figures")));
        Assert.Contains("Chemistry | 每月初统计", Rows(await above.OpenAsync("/desk/study-figures")));
        Assert.StartsWith("No figures yet", (await (await portal.As(Actor.Secretary(late))).OpenAsync("/en/desk/study-figures")).Html.QuerySelector("#as-of")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("尚无统计", (await (await portal.As(Actor.Secretary(late))).OpenAsync("/desk/study-figures")).Html.QuerySelector("#as-of")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_organisation_asks_its_people_to_take_stands_below_with_its_day_and_leads_to_its_own_page()
    {
        var (college, physics, history, _) = await PlantAsync();
        int course = (await portal.PlantCourseAsync(physics, 1, c => c with { Title = "Safety" })).Course, ended = (await portal.PlantCourseAsync(physics, 1)).Course, other = (await portal.PlantCourseAsync(history, 1)).Course;
        var running = await portal.PlantAssignmentAsync(course, physics);
        await portal.PlantAssignmentAsync(other, history);
        var over = await portal.PlantAssignmentAsync(ended, physics);
        await portal.InDbAsync(async db =>
        {
            (await db.CourseAssignments.SingleAsync(a => a.Id == over)).End(portal.Today);
            await db.SaveChangesAsync();
        });

        var page = await (await portal.As(Actor.Secretary(physics))).OpenAsync("/en/desk/study-figures");
        var link = page.Html.QuerySelectorAll("#running .list-title").Single();
        Assert.Equal(("Safety", $"/en/desk/assignments/{running}"), (link.TextContent, link.GetAttribute("href")));
        Assert.Contains("4 December 2026", page.Html.QuerySelector("#running")!.TextContent);

        var above = await portal.As(Actor.GeneralBranchSecretary(college));
        Assert.Empty((await above.OpenAsync("/en/desk/study-figures")).Html.QuerySelectorAll("#running li"));
        Assert.Single((await above.OpenAsync($"/en/desk/study-figures?BranchId={physics.Id}")).Html.QuerySelectorAll("#running li"));
    }

    /// <summary>A college with a branch whose figures are shown exactly, one of which a few have reached their hours, and one of a few members, counted.</summary>
    private async Task<(Branch College, Branch Physics, Branch History, Branch Law)> PlantAsync()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (physics, history, law) = (await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", college), await portal.PlantBranchAsync("Law", college));
        await portal.PlantMembersAsync(physics, 20, 8, 5);
        await portal.PlantMembersAsync(history, 20, 3, 6);
        await portal.PlantMembersAsync(law, 4, 4, 4);
        await portal.CountAnewAsync();
        return (college, physics, history, law);
    }

    private static List<string> Rows(Page page) => [.. page.Html.QuerySelectorAll("#figures tbody tr").Select(row => string.Join(" | ", row.Children.Select(Words)))];

    private static string Words(IElement cell) => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
