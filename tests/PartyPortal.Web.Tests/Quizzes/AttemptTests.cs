using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Features.Quizzes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Quizzes;

/// <summary>Answers are kept as they are chosen, marked by the key or by a person, and seen by the learner alone.</summary>
public sealed class AttemptTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    /// <summary>On SQLite too: a hand-in is several saves in one transaction, and the file has one writer.</summary>
    [Fact]
    public async Task Hand_ins_and_answers_saved_at_the_same_moment_wait_for_each_other()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var quiz = await portal.PlantQuizAsync(physics, null, await portal.PlantQuestionAsync(physics));
        var attempts = new List<(Browser Learner, Page Attempt)>();
        for (var i = 0; i < 12; i++)
        {
            var learner = await portal.As(Actor.Member(physics));
            attempts.Add((learner, await QuizTests.BeginAsync(learner, $"{quiz}")));
        }

        await Task.WhenAll(attempts.Select((one, at) => at % 2 == 0
            ? QuizTests.HandInAsync(one.Learner, one.Attempt, "2")
            : one.Attempt.SubmitAsync(new Dictionary<string, object> { ["Answers[0].Text"] = "2" }) as Task));

        Assert.Equal(6, await portal.InDbAsync(db => db.QuizPasses.CountAsync(p => p.QuizId == quiz)));
        Assert.Equal(12, await portal.InDbAsync(db => db.AttemptAnswers.CountAsync(a => a.Attempt.QuizId == quiz && a.Given == "2")));
    }

    [Fact]
    public async Task A_member_answers_hands_in_and_reads_why()
    {
        var (physics, quiz) = await PlantAsync(c => c with { PassMark = 67 }, Planting.Single with { Explanation = "It says so." }, Planting.Multiple, Planting.FillIn);
        var member = await portal.As(Actor.Member(physics));
        var attempt = await QuizTests.BeginAsync(member, $"{quiz}");
        Assert.DoesNotContain("It says so.", attempt.Text);

        var saved = await member.FollowAsync(await attempt.SubmitAsync(new Dictionary<string, object> { ["Answers[0].Text"] = "2", ["Answers[1].Chosen"] = (string[])["2", "1"], ["Answers[2].Text"] = "16" }));
        Assert.Contains("Your answers are saved.", saved.Text);
        Assert.True(saved.Html.QuerySelector("[name='Answers[1].Chosen'][value='1']")!.HasAttribute("checked"));
        var confirm = await member.FollowAsync(await saved.SubmitAsync(new { }, more: [("IsLast", "true")]));
        Assert.Contains("3 of 3 questions are answered.", confirm.Text);

        var result = await member.FollowAsync(await confirm.SubmitAsync(new { }));
        Assert.Equal("66 percent · Not passed; passed from 67 percent", result.Html.QuerySelector("#result")!.TextContent.Trim());
        Assert.Contains("It says so.", result.Text);
        Assert.Contains("Regulation on education, Article 20", result.Text);
        Assert.Contains("Your answer: 16", result.Text);
        Assert.Equal(0, await portal.InDbAsync(db => db.QuizPasses.CountAsync(p => p.QuizId == quiz)));
    }

    [Fact]
    public async Task The_answers_to_choose_from_keep_their_places_from_the_first_page_to_the_appeal()
    {
        var (physics, quiz) = await PlantAsync(null, Planting.Single with { Options = [.. "abcdefgh".Select(c => new QuestionOption($"The word {c}{c}", c == 'h'))] });
        var member = await portal.As(Actor.Member(physics));
        var attempt = await QuizTests.BeginAsync(member, $"{quiz}");

        var shown = Options(attempt);
        Assert.NotEqual("12345678", string.Concat(shown));
        Assert.Equal(shown, Options(await member.FollowAsync(await attempt.SubmitAsync(new Dictionary<string, object> { ["Answers[0].Text"] = "8" }))));
        var result = await QuizTests.HandInAsync(member, attempt);
        var places = shown.Select(number => $"The word {new string((char)('a' + number[0] - '1'), 2)}");
        Assert.Equal(places, Explained(result));
        Assert.StartsWith("100 percent", result.Html.QuerySelector("#result")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(places, Explained(await member.OpenAsync(result.Html.QuerySelector("#question-1 a")!.GetAttribute("href")!)));
    }

    private static List<string> Options(Page attempt) => [.. attempt.Html.QuerySelectorAll("[name='Answers[0].Text']").Select(o => o.GetAttribute("value")!)];

    private static IEnumerable<string> Explained(Page page) => page.Html.QuerySelectorAll(".facts ul > li").Select(li => li.TextContent.Split("Right")[0].Trim());

    [Fact]
    public async Task Each_choice_is_kept_as_it_is_made_and_another_portal_goes_on_with_it()
    {
        var (physics, quiz) = await PlantAsync(null, Planting.Single, Planting.ShortAnswer);
        var member = await portal.As(Actor.Member(physics));
        var attempt = await QuizTests.BeginAsync(member, $"{quiz}");

        var kept = await ChooseAsync(member, attempt, 1, ("Text", "2"));
        Assert.Equal(("2", false), (kept.GetProperty("now").GetProperty("given").GetString(), kept.GetProperty("isOvertaking").GetBoolean()));
        await ChooseAsync(member, attempt, 2, ("Text", "Because\r\nof it"));

        // Nothing of it is in the memory of a process: a second browser, and so a new process, shows it.
        var elsewhere = await (await portal.AlsoAsync(member)).OpenAsync(attempt.Url);
        Assert.True(elsewhere.Html.QuerySelector("[name='Answers[0].Text'][value='2']")!.HasAttribute("checked"));
        Assert.Equal("Because\nof it", elsewhere.Html.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task Two_windows_lose_no_answer_and_the_older_one_is_told()
    {
        var (physics, quiz) = await PlantAsync(null, Planting.Single, Planting.Single, Planting.Single);
        var member = await portal.As(Actor.Member(physics));
        var first = await QuizTests.BeginAsync(member, $"{quiz}");
        var second = await member.OpenAsync(first.Url);

        await ChooseAsync(member, first, 1, ("Text", "1"));
        await ChooseAsync(member, second, 2, ("Text", "2"));
        // The second window has not been told of the first one's answer, and shows none: saving its whole page takes nothing away.
        await second.SubmitAsync(new Dictionary<string, object> { ["Answers[2].Text"] = "3" });
        Assert.Equal(["1", "2", "3"], await GivenAsync(quiz));

        var overtaking = await ChooseAsync(member, second, 1, ("Text", "3"));
        Assert.True(overtaking.GetProperty("isOvertaking").GetBoolean());
        Assert.Equal(["3", "2", "3"], await GivenAsync(quiz));
        var told = await member.FollowAsync(await first.SubmitAsync(new Dictionary<string, object> { ["Answers[1].Text"] = "1" }));
        Assert.Contains("your latest choice counts", told.Text);
        Assert.Equal(["3", "1", "3"], await GivenAsync(quiz));

        var now = JsonDocument.Parse((await member.GetAsync(first.Url + "/answers")).Body).RootElement;
        Assert.Equal(["3", "1", "3"], now.EnumerateArray().Select(a => a.GetProperty("given").GetString()));
    }

    [Fact]
    public async Task Thirty_choices_at_once_from_several_windows_all_arrive()
    {
        var (physics, quiz) = await PlantAsync(null, Planting.Single, Planting.Single, Planting.Single, Planting.Single, Planting.Single);
        var member = await portal.As(Actor.Member(physics));
        var attempt = await QuizTests.BeginAsync(member, $"{quiz}");

        await Task.WhenAll(Enumerable.Range(0, 30).Select(n => ChooseAsync(member, attempt, (n % 5) + 1, ("Text", "2"))));

        Assert.Equal(Enumerable.Repeat("2", 5), await GivenAsync(quiz));
    }

    [Fact]
    public async Task After_the_time_nothing_is_taken_and_what_was_saved_counts()
    {
        var (physics, quiz) = await PlantAsync(c => c with { Minutes = 10, PassMark = 50 }, Planting.Single, Planting.Single);
        var member = await portal.As(Actor.Member(physics));
        var attempt = await QuizTests.BeginAsync(member, $"{quiz}");
        await ChooseAsync(member, attempt, 1, ("Text", "2"));

        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        var refused = await ChooseAsync(member, attempt, 2, ("Text", "2"));
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("now").ValueKind);
        Assert.Contains("The time is over.", refused.GetProperty("trouble").GetString());
        (await attempt.SubmitAsync(new Dictionary<string, object> { ["Answers[1].Text"] = "2" })).IsRefusedWith("The time is over. What was saved before counts");
        var confirm = await member.FollowAsync(await attempt.SubmitAsync(new Dictionary<string, object> { ["Answers[1].Text"] = "2" }, more: [("IsLast", "true")]));
        var result = await member.FollowAsync(await confirm.SubmitAsync(new { }));

        Assert.Equal("50 percent · Passed", result.Html.QuerySelector("#result")!.TextContent.Trim());
    }

    [Fact]
    public async Task Who_lost_the_connection_is_handed_in_when_the_time_is_over()
    {
        var (physics, quiz) = await PlantAsync(c => c with { Minutes = 10 }, Planting.Single);
        var member = await portal.As(Actor.Member(physics));
        await ChooseAsync(member, await QuizTests.BeginAsync(member, $"{quiz}"), 1, ("Text", "2"));
        await RunJobAsync();
        Assert.Equal(AttemptState.Open, (await AttemptOfAsync(quiz)).State);

        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunJobAsync();
        await RunJobAsync();

        Assert.Equal((AttemptState.Marked, true), ((await AttemptOfAsync(quiz)).State, (await AttemptOfAsync(quiz)).IsPassed));
        Assert.Equal(1, await portal.InDbAsync(db => db.QuizPasses.CountAsync(p => p.QuizId == quiz)));
    }

    [Fact]
    public async Task What_is_no_answer_is_refused_at_its_field_and_the_others_are_kept()
    {
        var (physics, quiz) = await PlantAsync(null, Planting.Single, Planting.FillIn, Planting.Single);
        var member = await portal.As(Actor.Member(physics));
        var attempt = await QuizTests.BeginAsync(member, $"{quiz}");

        var refused = await attempt.SubmitAsync(new Dictionary<string, object> { ["Answers[0].Text"] = "2", ["Answers[1].Text"] = new string('x', 101) });
        refused.IsRefusedWith("At most 100 characters can be written here.");
        Assert.Contains("At most 100", refused.Html.QuerySelector("#Answers_1__Text-error")!.TextContent);
        Assert.Equal(["2", null, null], await GivenAsync(quiz));
        Assert.Contains("Choose among the answers.", (await ChooseAsync(member, attempt, 3, ("Text", "9"))).GetProperty("trouble").GetString());
    }

    [Fact]
    public async Task An_attempt_is_its_learners_alone()
    {
        var (physics, quiz) = await PlantAsync(c => c with { DueOn = portal.Today.AddDays(5) }, Planting.Single);
        var member = await portal.As(Actor.Member(physics));
        var attempt = await QuizTests.BeginAsync(member, $"{quiz}");
        var token = (await member.OpenAsync(attempt.Url)).Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var other in (Actor[])[Actor.Member(physics), Actor.Secretary(physics), Actor.OrganisationOffice, Actor.SystemAdministrator, Actor.SecurityAdministrator, Actor.Auditor])
        {
            var browser = await portal.As(other);
            foreach (var address in (string[])["", "/hand-in", "/answers"]) await browser.FindsNothingAt(attempt.Url + address);
            var page = await browser.OpenAsync("/en/feedback");
            foreach (var address in (string[])["", "/hand-in"]) Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitAsAsync(attempt.Url + address, ("Answers[0].Position", "1"), ("Answers[0].Text", "2"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(browser, page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!, attempt.Url + "/answers/1", ("Text", "2"))).Status);
        }

        Assert.NotEqual("", token);
        Assert.Equal([null], await GivenAsync(quiz));
    }

    [Fact]
    public async Task Short_answers_are_marked_without_a_name_and_never_by_whoever_wrote_them()
    {
        var (physics, quiz) = await PlantAsync(c => c with { PassMark = 50 }, Planting.ShortAnswer);
        var person = await portal.PlantPersonAsync(physics, Portal.Unique("Zhao "));
        var member = await portal.As(Actor.Of(person));
        var words = Portal.Unique("Because ");
        var attempt = await QuizTests.BeginAsync(member, $"{quiz}");
        Assert.Contains("A person still marks", (await QuizTests.HandInAsync(member, attempt, words)).Text);
        var secretary = await portal.As(Actor.Secretary(physics));
        var own = await QuizTests.BeginAsync(secretary, $"{await RepublishedAsync(physics, quiz)}");
        await QuizTests.HandInAsync(secretary, own, "My own words");

        Assert.Contains("Short answers to mark", (await secretary.OpenAsync("/en/desk/todo")).Text);
        var queue = await secretary.OpenAsync("/en/desk/marking");
        Assert.Contains("1 answers wait", queue.Text);
        var page = await secretary.OpenAsync(queue.Html.QuerySelector("main .list-title")!.GetAttribute("href")!);
        Assert.Equal(words, page.Html.QuerySelector("#words")!.TextContent);
        Assert.DoesNotContain(person.Name, page.Text);
        (await page.SubmitAsync(new { })).IsRefusedWith("Fill in: What it is worth.");
        Assert.Contains("No more answers", (await secretary.FollowAsync(await page.SubmitAsync(new { Mark = Mark.Half }))).Text);
        await secretary.FindsNothingAt(page.Url);

        await RunJobAsync();
        var result = await member.OpenAsync(attempt.Url);
        Assert.Equal("50 percent · Passed", result.Html.QuerySelector("#result")!.TextContent.Trim());
        Assert.Contains("Because of the law", result.Text);
        Assert.Equal(1, await portal.InDbAsync(db => db.WrittenAnswers.CountAsync(w => w.BranchId == physics.Id)));
    }

    [Fact]
    public async Task When_the_right_answer_is_changed_everybody_is_marked_anew_alike()
    {
        var (physics, quiz) = await PlantAsync(c => c with { PassMark = 100 }, Planting.Single);
        var (right, wrong, open) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Member(physics)), await portal.As(Actor.Member(physics)));
        await QuizTests.HandInAsync(right, await QuizTests.BeginAsync(right, $"{quiz}"), "2");
        await QuizTests.HandInAsync(wrong, await QuizTests.BeginAsync(wrong, $"{quiz}"), "3");
        await QuizTests.BeginAsync(open, $"{quiz}");
        var secretary = await portal.As(Actor.Secretary(physics));
        var question = await portal.InDbAsync(db => db.Questions.Where(q => q.BranchId == physics.Id).Select(q => q.Id).SingleAsync());
        var edit = await secretary.OpenAsync($"/en/desk/questions/{question}/edit");

        (await edit.SubmitAsync(new Dictionary<string, object> { ["Options[0].Text"] = "other" })).IsRefusedWith("Learners have chosen among these answers already");
        await secretary.FollowAsync(await edit.SubmitAsync(new Dictionary<string, object> { ["Options[1].IsRight"] = false, ["Options[2].IsRight"] = true }));
        await RunJobAsync();
        await RunJobAsync();

        Assert.Equal([(right.AccountId, false), (wrong.AccountId, true), (open.AccountId, null)], (await portal.InDbAsync(db => db.QuizAttempts.Where(a => a.QuizId == quiz).OrderBy(a => a.Id).ToListAsync())).Select(a => ((string?)a.AccountId, a.IsPassed)));
        Assert.Equal([wrong.AccountId!], await portal.InDbAsync(db => db.QuizPasses.Where(p => p.QuizId == quiz).Select(p => p.AccountId).ToListAsync()));
        Assert.Equal([right.AccountId!], await portal.InDbAsync(db => db.Mistakes.Where(m => m.QuestionId == question).Select(m => m.AccountId).ToListAsync()));
    }

    [Fact]
    public async Task Mistakes_return_at_growing_intervals_for_the_learner_alone_until_known()
    {
        var (physics, quiz) = await PlantAsync(null, Planting.Single with { Explanation = "It says so." });
        var member = await portal.As(Actor.Member(physics));
        await QuizTests.HandInAsync(member, await QuizTests.BeginAsync(member, $"{quiz}"), "1");
        Assert.Contains("Nothing to review today.", (await member.OpenAsync("/en/my/review")).Text);

        portal.Clock.Advance(TimeSpan.FromDays(1));
        member = await portal.AlsoAsync(member);
        var page = await member.OpenAsync("/en/my/review");
        var answered = await member.FollowAsync(await page.SubmitAsync(new { Text = "2" }, "form.question"));
        Assert.Equal("Right", answered.Html.QuerySelector("h1")!.TextContent);
        Assert.Contains("It says so.", answered.Text);
        Assert.Contains("Nothing to review today.", (await member.OpenAsync("/en/my/review")).Text);

        portal.Clock.Advance(TimeSpan.FromDays(3));
        member = await portal.AlsoAsync(member);
        await member.FollowAsync(await (await member.OpenAsync("/en/my/review")).SubmitAsync(new { Text = "3" }, "form.question"));
        Assert.Equal((0, portal.Today.AddDays(1)), await portal.InDbAsync(async db => await db.Mistakes.Where(m => m.AccountId == member.AccountId).Select(m => new ValueTuple<int, DateOnly>(m.Step, m.DueOn)).SingleAsync()));

        var question = await portal.InDbAsync(db => db.Questions.Where(q => q.BranchId == physics.Id).Select(q => q.Id).SingleAsync());
        foreach (var other in (Actor[])[Actor.Member(physics), Actor.Secretary(physics), Actor.OrganisationOffice, Actor.Auditor]) await (await portal.As(other)).FindsNothingAt($"/my/review/{question}");
    }

    [Fact]
    public async Task A_withdrawn_question_leaves_the_review_with_a_note()
    {
        var (physics, quiz) = await PlantAsync(null, Planting.Single);
        var member = await portal.As(Actor.Member(physics));
        await QuizTests.HandInAsync(member, await QuizTests.BeginAsync(member, $"{quiz}"), "1");
        await portal.InDbAsync(async db =>
        {
            (await db.Questions.SingleAsync(q => q.BranchId == physics.Id)).Withdraw("The article changed");
            await db.SaveChangesAsync();
        });
        portal.Clock.Advance(TimeSpan.FromDays(1));
        member = await portal.AlsoAsync(member);

        var page = await member.OpenAsync("/en/my/review");
        Assert.Contains("The article changed", page.Text);
        Assert.Null(page.Html.QuerySelector("form.question"));
        Assert.DoesNotContain("The article changed", (await member.FollowAsync(await page.SubmitAsync(new { }, "#dropped-read"))).Text);
    }

    [Fact]
    public async Task Old_attempts_are_deleted_and_that_it_was_passed_stays()
    {
        var (physics, quiz) = await PlantAsync(null, Planting.Single);
        var member = await portal.As(Actor.Member(physics));
        await QuizTests.HandInAsync(member, await QuizTests.BeginAsync(member, $"{quiz}"), "2");

        portal.Clock.Advance(TimeSpan.FromDays(370));
        await RunJobAsync<ForgetAttempts>();

        Assert.Equal((0, 0, 1), await portal.InDbAsync(async db => (await db.QuizAttempts.CountAsync(a => a.QuizId == quiz), await db.AttemptAnswers.CountAsync(a => a.Attempt.QuizId == quiz), await db.QuizPasses.CountAsync(p => p.QuizId == quiz))));
    }

    private async Task<(Branch Physics, int Quiz)> PlantAsync(Func<QuizContent, QuizContent>? change, params QuestionContent[] questions)
    {
        var physics = await portal.PlantBranchAsync("Physics");
        List<int> ids = [];
        foreach (var content in questions) ids.Add(await portal.PlantQuestionAsync(physics, content: content));
        return (physics, await portal.PlantQuizAsync(physics, change, [.. ids]));
    }

    /// <summary>The same questions for everybody below: a secretary without a record is no member of the branch.</summary>
    private Task<int> RepublishedAsync(Branch physics, int quiz) => portal.InDbAsync(async db =>
    {
        var first = await db.Quizzes.SingleAsync(q => q.Id == quiz);
        var copy = new Quiz(physics.Id, new QuizContent("Copy", AudienceKind.Campus), Viewer.System, portal.Clock.UtcNow());
        copy.Choose(await db.Questions.SingleAsync(q => q.Id == first.ChosenQuestions.First()), Viewer.System, portal.Clock.UtcNow());
        copy.Publish(Viewer.System, portal.Clock.UtcNow());
        db.Add(copy);
        await db.SaveChangesAsync();
        return copy.Id;
    });

    private static async Task<JsonElement> ChooseAsync(Browser learner, Page page, int position, params (string, string)[] fields)
    {
        var question = page.Html.QuerySelector($"[data-position='{position}']")!;
        string Hidden(string name) => question.QuerySelector($"[name$='.{name}']")!.GetAttribute("value") ?? "";
        var answer = await PutAsync(learner, page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!, $"{page.Url}/answers/{position}", [.. fields, ("Seen", Hidden("Seen")), ("Version", Hidden("Version"))]);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    private static async Task<Answer> PutAsync(Browser browser, string token, string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))) };
        request.Headers.Add("X-Antiforgery", token);
        return await Answer.OfAsync(await browser.Http.SendAsync(request));
    }

    private Task<List<string?>> GivenAsync(int quiz) => portal.InDbAsync(db => db.AttemptAnswers.Where(a => a.Attempt.QuizId == quiz).OrderBy(a => a.AttemptId).ThenBy(a => a.Position).Select(a => a.Given).ToListAsync());

    private Task<QuizAttempt> AttemptOfAsync(int quiz) => portal.InDbAsync(db => db.QuizAttempts.SingleAsync(a => a.QuizId == quiz));

    private Task RunJobAsync() => RunJobAsync<MarkAttempts>();

    private Task RunJobAsync<T>() where T : IPortalJob => portal.InDbAsync(db => portal.Services.GetServices<IPortalJob>().OfType<T>().Single().RunAsync(db, portal.Clock.UtcNow()));
}
