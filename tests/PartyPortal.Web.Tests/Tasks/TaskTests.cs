using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Features.Tasks;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Tasks;

/// <summary>An organisation asks those below it, each replies or sends it back, and who is missing is seen by name of the branch.</summary>
public sealed class TaskTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_college_asks_its_branches_each_replies_and_who_is_missing_is_named()
    {
        var (college, physics, history) = await PlantAsync();
        var (asks, replies) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.Secretary(physics)));
        var page = await SetAsync(asks, college, "Reading rooms");
        Assert.Equal(["History", "Physics"], Missing(page).Order());

        var todo = await replies.OpenAsync("/en/desk/todo");
        Assert.Contains("Reply: Reading rooms (asked by College)", todo.Text);
        var task = await replies.FollowAsync(await replies.GetAsync(todo.Html.QuerySelector(".todos a[href*='tasks']")!.GetAttribute("href")!));
        await task.SubmitAsync(new { Text = "Room 305, opened in May." });

        Assert.DoesNotContain("Reading rooms", (await replies.OpenAsync("/en/desk/todo")).Text, StringComparison.Ordinal);
        page = await asks.OpenAsync(page.Url);
        Assert.Equal(["History"], Missing(page));
        Assert.Contains("1 of 2 have replied", page.Text);
        Assert.Contains("Room 305, opened in May.", page.Text);
    }

    [Fact]
    public async Task A_branch_sends_it_back_with_a_reason_and_is_asked_again()
    {
        var (college, physics, _) = await PlantAsync();
        var (asks, replies) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.Secretary(physics)));
        var page = await SetAsync(asks, college, "Laboratories");
        var id = page.Url.Split('/')[^1];

        (await (await replies.OpenAsync($"/en/desk/tasks/{id}/return")).SubmitAsync(new { Text = "" })).IsRefusedWith("Fill in: Why it is sent back.");
        await (await replies.OpenAsync($"/en/desk/tasks/{id}/return")).SubmitAsync(new { Text = "We have none." });
        page = await asks.OpenAsync(page.Url);
        Assert.Contains("We have none.", page.Text);

        await (await asks.OpenAsync(page.Html.QuerySelector("#replies a")!.GetAttribute("href")!)).SubmitAsync(new { Word = "The shared one too." });

        var again = await replies.OpenAsync($"/en/desk/tasks/{id}");
        Assert.Contains("Asked again: The shared one too.", again.Text);
        Assert.Contains("Laboratories", (await replies.OpenAsync("/en/desk/todo")).Text);
    }

    [Fact]
    public async Task The_same_asked_again_within_ninety_days_is_pointed_out_and_shows_the_earlier_reply_first()
    {
        var (college, physics, _) = await PlantAsync();
        var (asks, replies) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.Secretary(physics)));
        var first = (await SetAsync(asks, college, "Reading rooms")).Url.Split('/')[^1];
        await (await replies.OpenAsync($"/en/desk/tasks/{first}")).SubmitAsync(new { Text = "Room 305." });

        var form = await asks.OpenAsync("/en/desk/tasks/set/new");
        var refused = await form.SubmitAsync(new { BranchId = form.Choice("BranchId", college), Title = "reading-rooms!", Text = "Which?", DueOn = portal.Today });
        refused.IsRefusedWith("The same was asked on 24 November 2026.");
        var answer = await new Page(asks, form.Url, refused).SubmitAsync(new { AskAgain = true });

        var second = (await asks.FollowAsync(answer)).Url.Split('/')[^1];
        var page = await replies.OpenAsync($"/en/desk/tasks/{second}");
        Assert.Contains("Room 305.", page.Html.QuerySelector("#earlier")!.TextContent, StringComparison.Ordinal);
        page = await replies.OpenAsync(page.Html.QuerySelector("#earlier a")!.GetAttribute("href")!);
        Assert.Equal("Room 305.", page.Html.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_is_closed_asks_nobody_and_takes_no_reply()
    {
        var (college, physics, _) = await PlantAsync();
        var (asks, replies) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.Secretary(physics)));
        var page = await SetAsync(asks, college, "Reading rooms");
        var reply = await replies.OpenAsync($"/en/desk/tasks/{page.Url.Split('/')[^1]}");

        await page.SubmitAsync(new { }, "#close");

        (await reply.SubmitAsync(new { Text = "Too late." })).IsRefusedWith("This task was closed on");
        Assert.Contains("Nothing waits for you.", (await replies.OpenAsync("/en/desk/todo")).Text);
    }

    [Fact]
    public async Task A_day_that_is_past_is_refused_and_what_was_typed_stays()
    {
        var (college, _, _) = await PlantAsync();
        var form = await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync("/en/desk/tasks/set/new");

        var answer = await form.SubmitAsync(new { BranchId = form.Choice("BranchId", college), Title = "Reading rooms", Text = "Which?", DueOn = portal.Today.AddDays(-1) });

        answer.IsRefusedWith("The last day is past already.");
        Assert.Equal("Reading rooms", answer.Html.QuerySelector("[name=Title]")!.GetAttribute("value"));
        Assert.False(await portal.InDbAsync(db => db.BranchTasks.AnyAsync(t => t.BranchId == college.Id)));
    }

    [Fact]
    public async Task A_branch_sees_no_reply_of_another_one_and_no_task_that_is_not_its_own()
    {
        var (college, physics, history) = await PlantAsync();
        var (asks, replies, other) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.Secretary(physics)), await portal.As(Actor.Secretary(history)));
        var stranger = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Elsewhere")));
        var id = (await SetAsync(asks, college, "Reading rooms")).Url.Split('/')[^1];
        await (await replies.OpenAsync($"/en/desk/tasks/{id}")).SubmitAsync(new { Text = "Room 305." });

        Assert.DoesNotContain("Room 305.", (await other.OpenAsync($"/en/desk/tasks/{id}")).Text, StringComparison.Ordinal);
        await other.IsRefusedAt($"/desk/tasks/set/{id}");
        await stranger.FindsNothingAt($"/desk/tasks/{id}");
        Assert.Equal(HttpStatusCode.NotFound, (await (await stranger.OpenAsync("/desk/notices/new")).SubmitAsAsync($"/desk/tasks/{id}", ("Text", "Mine"))).Status);
    }

    [Fact]
    public async Task The_university_asks_every_branch_below_at_once()
    {
        var (college, _, _) = await PlantAsync();
        var office = await portal.As(Actor.OrganisationOffice);
        var top = await portal.InDbAsync(db => db.Branches.SingleAsync(b => b.Id == college.ParentId));
        var form = await office.OpenAsync("/en/desk/tasks/set/new");

        var page = await office.FollowAsync(await form.SubmitAsync(new { BranchId = form.Choice("BranchId", top), Scope = TaskScope.BranchesBelow, Title = "Reading rooms", Text = "Which?", DueOn = portal.Today }));

        Assert.Equal(["History", "Physics"], Missing(page).Order());
    }

    private async Task<Page> SetAsync(Browser asks, Branch college, string title)
    {
        var form = await asks.OpenAsync("/en/desk/tasks/set/new");
        return await asks.FollowAsync(await form.SubmitAsync(new { BranchId = form.Choice("BranchId", college), Title = title, Text = "Which?", DueOn = portal.Today.AddDays(9) }));
    }

    private static IEnumerable<string> Missing(Page page) => page.Html.QuerySelectorAll("#missing li").Select(li => li.FirstChild!.TextContent.Trim());

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", college));
    }
}
