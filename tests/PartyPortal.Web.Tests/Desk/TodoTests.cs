using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Desk;

/// <summary>One list of all that waits for a person: from every module, in every role, and honest about what it does not know.</summary>
public sealed class TodoTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task The_list_goes_by_the_last_day_and_says_in_words_what_is_overdue()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        await PlantFeedbackAsync(physics, portal.Today.AddDays(-9));
        await PlantFeedbackAsync(physics, portal.Today);
        await portal.PlantPersonAsync(physics, "Li Hua");

        var list = await (await portal.As(Actor.Secretary(physics))).OpenAsync("/en/desk/todo");

        Assert.Equal(["Overdue", "Within seven days", "Without a last day"], list.Html.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Contains("Overdue", list.Html.QuerySelector(".todos li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Take up a message: Question, Physics", list.Text);
        Assert.Contains("You are Secretary of Physics", list.Text);
    }

    [Fact]
    public async Task Many_of_a_kind_are_one_line_that_opens_their_list()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        for (var i = 0; i < 5; i++) await PlantFeedbackAsync(physics, portal.Today);
        var secretary = await portal.As(Actor.Secretary(physics));

        var line = Assert.Single((await secretary.OpenAsync("/en/desk/todo")).Html.QuerySelectorAll(".todos li"));

        Assert.Equal("5", line.QuerySelector(".count")!.TextContent);
        Assert.Equal("/en/desk/feedback", (await secretary.GetAsync(line.QuerySelector("a")!.GetAttribute("href")!)).Location);
    }

    [Fact]
    public async Task Who_holds_two_offices_sees_the_work_of_both_and_opens_the_others_by_changing_the_role()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        await PlantFeedbackAsync(history, portal.Today);
        var secretary = await portal.As(Actor.Secretary(physics));
        await portal.InDbAsync(async db =>
        {
            db.Add(new RoleGrant(secretary.AccountId!, Role.Secretary, await db.Branches.FindAsync(history.Id), new DateOnly(2024, 1, 1), secretary.AccountId!));
            return await db.SaveChangesAsync();
        });

        // A session goes on under a new cookie after a grant, and again after a change of the role.
        secretary = portal.Holding((await secretary.GetAsync("/desk")).AuthCookie ?? secretary.Cookie!);
        var list = await secretary.OpenAsync("/en/desk/todo");
        Assert.Null(list.Html.QuerySelector(".todos a"));
        var answer = await list.SubmitAsync(new { grantId = list.Html.QuerySelector(".todos form button")!.GetAttribute("value") }, ".todos form");

        secretary = portal.Holding(answer.AuthCookie!);
        var opened = await secretary.FollowAsync(await secretary.GetAsync(answer.Location!));
        Assert.StartsWith("/en/desk/feedback/", opened.Url, StringComparison.Ordinal);
        Assert.Contains("You act as: History Secretary", opened.Text);
    }

    [Fact]
    public async Task What_was_done_meanwhile_disappears_and_whoever_opens_it_is_told()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (first, second) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.GeneralBranchSecretary(college)));
        var writer = await portal.As(Actor.Secretary(college));
        var guide = await (await writer.OpenAsync("/desk/guides/new")).SubmitAsync(new { Title = "How to", Topic = GuideTopic.Joining, Summary = "For all", Steps = "One step" });
        await (await writer.FollowAsync(guide)).SubmitAsync(new { }, "#submit");
        var link = (await second.OpenAsync("/en/desk/todo")).Html.QuerySelector(".todos a")!.GetAttribute("href")!;

        var page = await first.FollowAsync(await first.GetAsync(link));
        await page.SubmitAsync(new { }, "#approve");

        var told = await second.FollowAsync(await second.GetAsync(link));
        Assert.Contains("That is done already, or no longer asked of you.", told.Text);
        Assert.Contains("Nothing waits for you.", told.Text);
    }

    [Theory, InlineData("//evil.example"), InlineData("/\\evil.example"), InlineData("/people"), InlineData("")]
    public async Task It_opens_nothing_that_is_not_on_the_list(string to)
    {
        var answer = await (await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")))).GetAsync($"/desk/todo/open?to={WebUtility.UrlEncode(to)}");

        Assert.StartsWith("/desk/todo?", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_that_fails_is_named_the_others_are_shown_and_nobody_reads_that_nothing_waits()
    {
        await using var broken = new BrokenPortal();
        await broken.InitializeAsync();
        var physics = await broken.PlantBranchAsync("Physics");
        var (secretary, member) = (await broken.As(Actor.Secretary(physics)), await broken.As(Actor.Member(physics)));
        await broken.PlantPersonAsync(physics, "Li Hua");

        foreach (var page in (string[])["/en/desk", "/en/desk/todo"])
        {
            Assert.Contains("“Meetings” could not be asked just now.", (await member.OpenAsync(page)).Text);
            Assert.DoesNotContain("Nothing waits for you.", (await member.OpenAsync(page)).Text, StringComparison.Ordinal);
            Assert.Contains("People without an account", (await secretary.OpenAsync(page)).Text);
        }
    }

    private Task PlantFeedbackAsync(Branch branch, DateOnly on) => portal.InDbAsync(async db =>
    {
        db.Add(new FeedbackItem(FeedbackKind.Question, "When?", (await db.Branches.FindAsync(branch.Id))!, null, new Signature("Li", null), Portal.Unique("code"), portal.FeedbackClock with { Today = on }));
        return await db.SaveChangesAsync();
    });

    /// <summary>A portal with a module whose table is gone, as it were.</summary>
    private sealed class BrokenPortal : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<ITodoSource, Broken>());
        }

        private sealed class Broken : ITodoSource
        {
            public string Module => "Meetings";

            public Task<IEnumerable<Todo>> FindAsync(PortalDb db) => throw new InvalidOperationException("No such table.");
        }
    }
}
