using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Problems;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Shared;

/// <summary>A double click sends a form twice at once; two people would answer the two rows.</summary>
public sealed class SentOnceTests(Portal portal)
{
    private readonly string _words = Portal.Unique("Words ");

    [Fact]
    public async Task A_question_to_the_support_desk_is_asked_once_and_both_clicks_lead_to_it()
    {
        var form = await (await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")))).OpenAsync("/help/ask");

        var answers = await TwiceAsync(() => form.SubmitAsync(new { Text = _words }));

        Assert.StartsWith("/help/tickets/", Assert.Single(answers.Select(a => a.Location).Distinct()));
        Assert.Equal(answers[0].Location, (await form.SubmitAsync(new { Text = _words })).Location);
        Assert.NotEqual(answers[0].Location, (await form.SubmitAsync(new { Text = _words + " too" })).Location);
        Assert.Equal(2, await portal.InDbAsync(db => db.Tickets.CountAsync(t => t.Words.Any(w => w.Text == _words || w.Text == _words + " too"))));
    }

    [Fact]
    public async Task A_question_under_a_notice_is_asked_once_even_as_the_last_one_that_may_wait()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var id = await portal.InDbAsync(async db =>
        {
            var now = portal.Clock.UtcNow();
            var notice = new Notice(physics.Id, new NoticeContent(Portal.Unique("Notice"), "<p>The text</p>", NoticeCategory.Notice, AudienceKind.Branch) { TakesQuestions = true }, Viewer.System, now);
            notice.Publish(Viewer.System, now);
            db.Add(notice);
            await db.SaveChangesAsync();
            return notice.Id;
        });
        var page = await (await portal.As(Actor.Member(physics))).OpenAsync($"/notices/{id}");
        for (var i = 1; i < NoticeQuestion.MostWaiting; i++) await page.SubmitAsync(new { Text = $"Question {i}" }, "#ask");

        var answers = await TwiceAsync(() => page.SubmitAsync(new { Text = _words }, "#ask"));
        answers.Add(await page.SubmitAsync(new { Text = _words }, "#ask"));

        Assert.All(answers, answer => Assert.Equal($"/notices/{id}", answer.Location));
        Assert.Equal(1, await portal.InDbAsync(db => db.NoticeQuestions.CountAsync(q => q.Text == _words)));
    }

    [Fact]
    public async Task A_problem_of_a_page_is_reported_once()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var form = await (await portal.As(Actor.Public)).OpenAsync($"/en/problems/new?about=/branches/{physics.Id}");

        Assert.All(await TwiceAsync(() => form.SubmitAsync(new { Kind = ProblemKind.Wrong, Text = _words })), answer => Assert.Contains("Thank you", answer.Text));

        Assert.Equal(1, await portal.InDbAsync(db => db.ProblemReports.CountAsync(r => r.Text == _words)));
    }

    [Fact]
    public async Task A_task_is_set_once()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        await portal.PlantBranchAsync("Physics", college);
        var form = await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync("/desk/tasks/set/new");

        var answers = await TwiceAsync(() => form.SubmitAsync(new { BranchId = form.Choice("BranchId", college), Title = _words, Text = "Which?", DueOn = portal.Today.AddDays(9) }));

        Assert.NotNull(Assert.Single(answers.Select(a => a.Location).Distinct()));
        Assert.Equal(1, await portal.InDbAsync(db => db.BranchTasks.CountAsync(t => t.Title == _words)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_message_with_or_without_a_name_is_taken_once_and_both_clicks_show_its_code(bool isNamed)
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var form = await (await portal.As(Actor.Public)).OpenAsync("/en/feedback");

        var answers = await TwiceAsync(() => form.SubmitAsync(new { Kind = FeedbackKind.Question, BranchId = form.Choice("BranchId", branch), Text = _words, Named = isNamed, Name = isNamed ? "Li Hua" : "" }));

        Assert.Single(answers.Select(a => a.Html.QuerySelector("#receipt-code")!.TextContent).Distinct());
        Assert.Equal(1, await portal.InDbAsync(db => db.FeedbackItems.CountAsync(f => f.Text == _words)));
    }

    private static async Task<List<Answer>> TwiceAsync(Func<Task<Answer>> click) => [.. await Task.WhenAll(click(), click())];
}
