using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Steps;

/// <summary>How long a step takes is shown of organisations within reach, from five cases on, and of nobody.</summary>
public sealed class StepTests(Portal portal)
{
    [Fact]
    public async Task Slow_steps_come_first_and_too_few_are_not_shown()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (physics, history) = (await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", college));
        await PlantTasksAsync(college, [physics, history], cases: 5, days: 7);
        await PlantFeedbackAsync(college, cases: 4);

        var page = await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync("/en/desk/steps");

        var rows = page.Html.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["Reply to a task History 5 5", "Reply to a task Physics 5 5", "First answer to feedback College Fewer than 5 Too few to show"], rows);
    }

    [Fact]
    public async Task Nothing_is_shown_of_organisations_out_of_reach()
    {
        var (here, elsewhere) = (await portal.PlantBranchAsync("Here", null, BranchKind.GeneralBranch), await portal.PlantBranchAsync("Elsewhere", null, BranchKind.GeneralBranch));
        await PlantTasksAsync(elsewhere, [await portal.PlantBranchAsync("Foreign", elsewhere)], cases: 5, days: 1);

        var page = await (await portal.As(Actor.GeneralBranchSecretary(here))).OpenAsync("/en/desk/steps");

        Assert.Contains("Nothing was done yet.", page.Text);
        await (await portal.As(Actor.Secretary(here))).IsRefusedAt("/desk/steps");
    }

    private Task PlantTasksAsync(Branch asks, Branch[] asked, int cases, int days) => portal.InDbAsync(async db =>
    {
        var begin = portal.Today.AddDays(-days);
        for (var i = 0; i < cases; i++)
        {
            List<Branch> branches = [];
            foreach (var branch in asked) branches.Add((await db.Branches.FindAsync(branch.Id))!);
            var task = new BranchTask(asks.Id, $"Task {i}", "Which?", portal.Today, branches, begin);
            foreach (var reply in task.Replies) reply.Reply("So.", portal.Today);
            db.Add(task);
        }

        return await db.SaveChangesAsync();
    });

    private Task PlantFeedbackAsync(Branch office, int cases) => portal.InDbAsync(async db =>
    {
        for (var i = 0; i < cases; i++)
        {
            var item = new FeedbackItem(FeedbackKind.Question, "When?", (await db.Branches.FindAsync(office.Id))!, null, new Signature("Li", null), Portal.Unique("code"), portal.FeedbackClock);
            item.Answer("Now.", portal.FeedbackClock);
            db.Add(item);
        }

        return await db.SaveChangesAsync();
    });
}
