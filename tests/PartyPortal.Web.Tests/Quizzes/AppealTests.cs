using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Features.Quizzes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Quizzes;

/// <summary>A learner says that a question is wrong; somebody who did not write it decides, for everybody alike.</summary>
public sealed class AppealTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task What_is_accepted_is_put_right_for_everybody_who_was_asked()
    {
        var (college, physics, quiz, _) = await PlantAsync();
        var (right, wrong) = (await HandInAsync(physics, quiz, "2"), await HandInAsync(physics, quiz, "3"));
        await AppealAsync(wrong, "Article 21 says 56");
        var reviewer = await portal.As(Actor.GeneralBranchSecretary(college));
        var page = await ToDecideAsync(reviewer);
        Assert.Contains("Article 21 says 56", page.Text);

        (await page.SubmitAsync(new { Answer = "Yes" })).IsRefusedWith("Fill in: Decision.");
        (await page.SubmitAsync(new { Decision = AppealDecision.Correct, Answer = "" })).IsRefusedWith("Fill in: Why.");
        (await page.SubmitAsync(new { Decision = AppealDecision.Correct, Answer = "Yes" })).IsRefusedWith("What is right would stay as it is.");
        (await page.SubmitAsync(new { Decision = AppealDecision.Correct, Answer = "Yes", Right = (string[])["1", "3"] })).IsRefusedWith("Only one answer can be right here.");
        await reviewer.FollowAsync(await page.SubmitAsync(new { Decision = AppealDecision.Correct, Answer = "You are right", Right = (string[])["3"] }));
        await RunJobsAsync();

        Assert.Equal([(right.AccountId, false), (wrong.AccountId, true)], await PassedAsync(quiz));
        var result = await wrong.OpenAsync(await ResultAsync(wrong, quiz));
        Assert.Contains("You are right", result.Html.QuerySelector(".appeal")!.TextContent);
        Assert.Equal([MessageKind.QuizMarkedAnew, MessageKind.AppealDecided], (await KindsAsync(wrong)).Order());
        Assert.Equal([MessageKind.QuizMarkedAnew], await KindsAsync(right));
        await RunJobsAsync();
        Assert.Equal(2, (await KindsAsync(wrong)).Count);
    }

    [Fact]
    public async Task A_bad_question_counts_for_everybody_and_all_open_appeals_against_it_are_accepted()
    {
        var (college, physics, quiz, question) = await PlantAsync();
        var (first, second) = (await HandInAsync(physics, quiz, "1"), await HandInAsync(physics, quiz, "3"));
        await AppealAsync(first, "Both are right");
        await AppealAsync(second, "None is right");
        var reviewer = await portal.As(Actor.GeneralBranchSecretary(college));

        await reviewer.FollowAsync(await (await ToDecideAsync(reviewer)).SubmitAsync(new { Decision = AppealDecision.Void, Answer = "The article was repealed" }));
        await RunJobsAsync();

        Assert.All(await PassedAsync(quiz), passed => Assert.True(passed.IsPassed));
        Assert.Equal("The article was repealed", await portal.InDbAsync(db => db.Questions.Where(q => q.Id == question).Select(q => q.WithdrawnBecause).SingleAsync()));
        Assert.Equal(0, await portal.InDbAsync(db => db.Appeals.CountAsync(a => a.QuestionId == question && a.State == AppealState.Open)));
        Assert.Contains("counts as right for everybody", (await first.OpenAsync(await ResultAsync(first, quiz))).Text);
    }

    [Fact]
    public async Task What_is_not_accepted_changes_nothing_and_tells_why()
    {
        var (college, physics, quiz, _) = await PlantAsync();
        var member = await HandInAsync(physics, quiz, "3");
        await AppealAsync(member, "I think so");
        var reviewer = await portal.As(Actor.GeneralBranchSecretary(college));

        var page = await ToDecideAsync(reviewer);
        await reviewer.FollowAsync(await page.SubmitAsync(new { Decision = AppealDecision.Refuse, Answer = "Article 20 says 32" }));
        await RunJobsAsync();

        Assert.Equal([(member.AccountId, false)], await PassedAsync(quiz));
        Assert.Contains("Article 20 says 32", (await member.OpenAsync(await ResultAsync(member, quiz))).Text);
        Assert.Equal([MessageKind.AppealDecided], await KindsAsync(member));
        Assert.Null((await reviewer.OpenAsync(page.Url)).Html.QuerySelector("[name=Decision]"));
    }

    [Fact]
    public async Task What_waits_stands_above_what_is_decided()
    {
        var (college, physics, quiz, _) = await PlantAsync();
        await AppealAsync(await HandInAsync(physics, quiz, "3"), "The older");
        var reviewer = await portal.As(Actor.GeneralBranchSecretary(college));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        reviewer = await portal.AlsoAsync(reviewer);
        await AppealAsync(await HandInAsync(physics, quiz, "1"), "The newer");
        var newer = await portal.InDbAsync(db => db.Appeals.Where(a => a.Reason == "The newer").OrderBy(a => a.Id).Select(a => a.Id).LastAsync());

        await (await reviewer.OpenAsync($"/en/desk/appeals/{newer}")).SubmitAsync(new { Decision = AppealDecision.Refuse, Answer = "No" });

        var page = await reviewer.OpenAsync("/en/desk/appeals");
        Assert.Equal(["Being looked at", "Not accepted"], page.Html.QuerySelectorAll("main .list .tag").Select(tag => tag.TextContent.Trim()));
        Assert.Single(page.Html.QuerySelectorAll("#open li"));
    }

    [Fact]
    public async Task One_appeal_for_a_question_and_a_person_and_seven_days_for_it()
    {
        var (_, physics, quiz, question) = await PlantAsync();
        var member = await HandInAsync(physics, quiz, "3");
        var form = await member.OpenAsync(await ResultAsync(member, quiz) + "/questions/1/appeal");
        (await form.SubmitAsync(new { Reason = " " })).IsRefusedWith("Fill in: What is wrong about the question.");
        await form.SubmitAsync(new { Reason = "First" });
        Assert.Contains("appealed against this question already", (await member.FollowAsync(await form.SubmitAsync(new { Reason = "Second" }))).Text);
        Assert.Equal(["First"], await portal.InDbAsync(db => db.Appeals.Where(a => a.QuestionId == question).Select(a => a.Reason).ToListAsync()));

        var late = await HandInAsync(physics, quiz, "3");
        portal.Clock.Advance(TimeSpan.FromDays(8));
        late = await portal.AlsoAsync(late);
        var result = await late.OpenAsync(await ResultAsync(late, quiz));
        Assert.DoesNotContain("Something is wrong about this question", result.Text);
        (await (await late.OpenAsync(result.Url + "/questions/1/appeal")).SubmitAsync(new { Reason = "Late" })).IsRefusedWith("The time to appeal is over: it was 7 days.");
    }

    [Fact]
    public async Task Nobody_decides_over_their_own_question_or_appeal_and_nobody_reads_who_appealed()
    {
        var (college, physics, quiz, question) = await PlantAsync();
        var person = await portal.PlantPersonAsync(physics, Portal.Unique("Zhao "));
        var member = await portal.As(Actor.Of(person));
        await QuizTests.HandInAsync(member, await QuizTests.BeginAsync(member, $"{quiz}"), "3");
        await AppealAsync(member, "It is wrong");
        var (author, reviewer) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.GeneralBranchSecretary(college)));
        await (await author.OpenAsync($"/en/desk/questions/{question}/edit")).SubmitAsync(new { Explanation = "Mine now" });

        Assert.DoesNotContain("Decide over the appeal", (await author.OpenAsync("/en/desk/todo")).Text);
        Assert.Contains("Decide over the appeal", (await reviewer.OpenAsync("/en/desk/todo")).Text);
        var page = await ToDecideAsync(author);
        Assert.Contains("You wrote this question or edited it: somebody else decides.", page.Text);
        Assert.Null(page.Html.QuerySelector("main form"));
        await page.SubmitAsAsync(page.Url, ("Decision", nameof(AppealDecision.Refuse)), ("Answer", "No"));
        Assert.Equal(AppealState.Open, await portal.InDbAsync(db => db.Appeals.Where(a => a.QuestionId == question).Select(a => a.State).SingleAsync()));
        foreach (var text in (string[])[page.Text, (await reviewer.OpenAsync("/en/desk/appeals")).Text]) Assert.DoesNotContain(person.Name, text);

        await (await portal.As(Actor.Secretary(physics))).IsRefusedAt(page.Url);
        await member.IsRefusedAt(page.Url);
        await (await portal.As(Actor.GeneralBranchSecretary(await portal.PlantBranchAsync("Arts", null, BranchKind.GeneralBranch)))).FindsNothingAt(page.Url);
        await (await portal.As(Actor.Member(physics))).FindsNothingAt(await ResultAsync(member, quiz) + "/questions/1/appeal");
    }

    [Fact]
    public async Task A_key_put_right_leaves_words_waiting_and_words_that_count_for_everybody_wait_no_more()
    {
        var (_, physics, _, _) = await PlantAsync();
        var (gap, why) = (await portal.PlantQuestionAsync(physics, content: Planting.FillIn), await portal.PlantQuestionAsync(physics, content: Planting.ShortAnswer));
        var attempt = await HandInWordsAsync(physics, gap, why);
        var waits = await WaitingAsync(why);

        await ChangeAsync(gap, q => q.Correct(q.Content with { Accepted = ["33"] }, Viewer.System));
        await RunJobsAsync();
        Assert.Equal(waits, await WaitingAsync(why));
        Assert.Equal([Mark.Wrong, null], await MarksAsync(attempt));

        await ChangeAsync(why, q => q.Void("Badly put"));
        await RunJobsAsync();
        Assert.Empty(await WaitingAsync(why));
        Assert.Equal([Mark.Wrong, Mark.Right], await MarksAsync(attempt));
    }

    [Fact]
    public async Task Who_passed_by_words_and_fails_when_they_are_marked_anew_has_not_passed()
    {
        var (_, physics, _, _) = await PlantAsync();
        var why = await portal.PlantQuestionAsync(physics, content: Planting.ShortAnswer);
        var attempt = await HandInWordsAsync(physics, why);
        await MarkAsync(why, Mark.Right);
        Assert.Equal(1, await portal.InDbAsync(db => db.QuizPasses.CountAsync(p => db.QuizAttempts.Any(a => a.Id == attempt && a.QuizId == p.QuizId))));

        await ChangeAsync(why, q => q.Correct(q.Content with { ModelAnswer = "Another reason" }, Viewer.System));
        await RunJobsAsync();
        await MarkAsync(why, Mark.Wrong);

        Assert.Equal(0, await portal.InDbAsync(db => db.QuizPasses.CountAsync(p => db.QuizAttempts.Any(a => a.Id == attempt && a.QuizId == p.QuizId))));
    }

    /// <summary>The gaps are filled with 32; short answers say "So it is".</summary>
    private async Task<int> HandInWordsAsync(Branch physics, params int[] questions)
    {
        var quiz = await portal.PlantQuizAsync(physics, null, questions);
        var member = await portal.As(Actor.Member(physics));
        return await portal.InDbAsync(async db =>
        {
            var asked = await db.Questions.Where(q => questions.Contains(q.Id)).OrderBy(q => q.Id).ToListAsync();
            var attempt = new QuizAttempt(await db.Quizzes.SingleAsync(q => q.Id == quiz), asked, 1, member.AccountId!, portal.Clock.UtcNow());
            foreach (var answer in attempt.Answers) answer.Take(null, answer.Question.Kind is QuestionKind.FillIn ? "32" : "So it is");
            db.Add(attempt);
            db.AddRange(attempt.HandIn(portal.Today));
            await db.SaveChangesAsync();
            return attempt.Id;
        });
    }

    private Task ChangeAsync(int question, Action<Question> change) => portal.InDbAsync(async db =>
    {
        change(await db.Questions.SingleAsync(q => q.Id == question));
        await db.SaveChangesAsync();
    });

    private async Task MarkAsync(int question, Mark mark)
    {
        await portal.InDbAsync(async db =>
        {
            (await db.WrittenAnswers.SingleAsync(w => w.QuestionId == question)).MarkAs(mark, Viewer.System);
            await db.SaveChangesAsync();
        });
        await RunJobsAsync();
    }

    private Task<List<int>> WaitingAsync(int question) => portal.InDbAsync(db => db.WrittenAnswers.Where(w => w.QuestionId == question).Select(w => w.Id).ToListAsync());

    private Task<List<Mark?>> MarksAsync(int attempt) => portal.InDbAsync(db => db.AttemptAnswers.Where(a => a.AttemptId == attempt).OrderBy(a => a.Position).Select(a => a.Mark).ToListAsync());

    private async Task<(Branch College, Branch Physics, int Quiz, int Question)> PlantAsync()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var physics = await portal.PlantBranchAsync("Physics", college);
        var question = await portal.PlantQuestionAsync(physics);
        return (college, physics, await portal.PlantQuizAsync(physics, c => c with { PassMark = 100 }, question), question);
    }

    private async Task<Browser> HandInAsync(Branch physics, int quiz, string answer)
    {
        var member = await portal.As(Actor.Member(physics));
        await QuizTests.HandInAsync(member, await QuizTests.BeginAsync(member, $"{quiz}"), answer);
        return member;
    }

    private async Task AppealAsync(Browser member, string reason)
    {
        var attempt = await portal.InDbAsync(db => db.QuizAttempts.Where(a => a.AccountId == member.AccountId).Select(a => a.Id).SingleAsync());
        await member.FollowAsync(await (await member.OpenAsync($"/en/my/attempts/{attempt}/questions/1/appeal")).SubmitAsync(new { Reason = reason }));
    }

    private static async Task<Page> ToDecideAsync(Browser reviewer) => await reviewer.OpenAsync((await reviewer.OpenAsync("/en/desk/appeals")).Html.QuerySelector("main .list-title")!.GetAttribute("href")!);

    private Task<string> ResultAsync(Browser member, int quiz) => portal.InDbAsync(async db => $"/en/my/attempts/{await db.QuizAttempts.Where(a => a.QuizId == quiz && a.AccountId == member.AccountId).Select(a => a.Id).SingleAsync()}");

    private Task<List<(string? Account, bool? IsPassed)>> PassedAsync(int quiz) => portal.InDbAsync(async db => (await db.QuizAttempts.Where(a => a.QuizId == quiz).OrderBy(a => a.Id).ToListAsync()).ConvertAll(a => ((string?)a.AccountId, a.IsPassed)));

    private Task<List<MessageKind>> KindsAsync(Browser member) => portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == member.AccountId).Select(m => m.Kind).ToListAsync());

    private Task RunJobsAsync() => portal.InDbAsync(async db =>
    {
        foreach (var job in portal.Services.GetServices<IPortalJob>().Where(job => job is MarkAttempts or DeliverMessages))
        {
            db.ChangeTracker.Clear();
            await job.RunAsync(db, portal.Clock.UtcNow());
        }
    });
}
