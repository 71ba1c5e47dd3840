using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Features.Quizzes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Quizzes;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Courses;

/// <summary>A quiz among the lessons of a course: done when it is passed, and by nothing else.</summary>
public sealed class QuizLessonTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task An_author_adds_a_quiz_that_all_learners_may_take_and_is_offered_no_other()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var (course, _) = await portal.PlantCourseAsync(physics, 1, c => c with { Audience = AudienceKind.Subtree }, isPublished: false);
        var wide = await PlantQuizAsync(physics, c => c with { Title = "For all below", Audience = AudienceKind.Subtree });
        await PlantQuizAsync(physics, c => c with { Title = "For one branch" });
        await PlantQuizAsync(history, c => c with { Title = "For others", Audience = AudienceKind.Subtree });
        var secretary = await portal.As(Actor.Secretary(physics));

        var page = await secretary.OpenAsync($"/en/desk/courses/{course}/quizzes");
        Assert.Contains("For all below", page.Text);
        Assert.DoesNotContain("For one branch", page.Text);
        Assert.DoesNotContain("For others", page.Text);

        Assert.Contains("For all below", (await secretary.FollowAsync(await page.SubmitAsync(new { }, $"form[action$='/{wide}/add']"))).Text);
        Assert.Contains("In the course", (await secretary.OpenAsync($"/en/desk/courses/{course}/quizzes")).Text);
        Assert.Contains("This quiz is in the course already.", await PressAsync(secretary, page, $"form[action$='/{wide}/add']"));
    }

    [Fact]
    public async Task A_quiz_that_is_withdrawn_or_not_for_all_is_refused_by_name_when_the_course_is_published()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (course, _) = await portal.PlantCourseAsync(physics, 1, c => c with { Audience = AudienceKind.Branch }, isPublished: false);
        var quiz = await PlantQuizAsync(physics, c => c with { Title = "The last step" });
        var secretary = await portal.As(Actor.Secretary(physics));
        await (await secretary.OpenAsync($"/en/desk/courses/{course}/quizzes")).SubmitAsync(new { }, $"form[action$='/{quiz}/add']");
        var page = await secretary.OpenAsync($"/en/desk/courses/{course}");

        await ChangeAsync(quiz, q => q.Withdraw(Viewer.System, portal.Clock.UtcNow()));
        Assert.Contains("Publish this lesson first, or take it out: The last step.", await PressAsync(secretary, page, "#publish"));
        Assert.Contains("Withdrawn", (await secretary.OpenAsync($"/en/desk/courses/{course}")).Text);

        await ChangeAsync(quiz, q => q.Publish(Viewer.System, portal.Clock.UtcNow()));
        await (await secretary.OpenAsync($"/en/desk/courses/{course}/edit")).SubmitAsync(new { AudienceKind = AudienceKind.Subtree });
        Assert.Contains("Not everybody whom the course is for may open this lesson", await PressAsync(secretary, page, "#publish"));
        Assert.Equal(StudyState.Draft, await portal.InDbAsync(db => db.Courses.Where(c => c.Id == course).Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task The_course_is_done_when_the_quiz_is_passed_and_not_before()
    {
        var (physics, course, lessons, quiz) = await PlantAsync(Quizzes.Planting.Single);
        var learner = await portal.As(Actor.Member(physics));
        var next = (await (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done")).Location!;
        Assert.EndsWith($"/lessons/{lessons[1]}", next);

        var lesson = await learner.OpenAsync(next);
        Assert.Null(lesson.Html.QuerySelector("#done"));
        (await learner.PostAsync(next + "/done", Form(lesson))).IsRefusedWith("This lesson is done when its quiz is passed.");
        Assert.Equal(HttpStatusCode.NotFound, (await learner.PostAsync(next + "/done/undo", Form(lesson))).Status);

        var wrong = await QuizTests.HandInAsync(learner, await learner.FollowAsync(await lesson.SubmitAsync(new { }, "#begin")), "1");
        Assert.NotNull(wrong.Html.QuerySelector($"a[href='/en/courses/{course}']"));
        Assert.Contains("1 of 2 lessons done", (await learner.OpenAsync($"/en/courses/{course}")).Text);
        await learner.FindsNothingAt($"/en/my/certificates/{course}");

        await QuizTests.HandInAsync(learner, await QuizTests.BeginAsync(learner, $"{quiz}"), "2");
        Assert.Contains("Passed", (await learner.OpenAsync($"/en/courses/{course}")).Html.QuerySelectorAll(".lessons li")[^1].TextContent);
        Assert.Contains("Passed", (await learner.OpenAsync(next)).Text);
        Assert.NotNull((await learner.OpenAsync($"/en/my/certificates/{course}")).Html.QuerySelector(".poster"));
    }

    [Fact]
    public async Task A_mark_that_comes_later_from_a_person_gives_the_certificate_at_once()
    {
        var (physics, course, lessons, quiz) = await PlantAsync(Quizzes.Planting.ShortAnswer);
        var learner = await portal.As(Actor.Member(physics));
        await (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        await QuizTests.HandInAsync(learner, await QuizTests.BeginAsync(learner, $"{quiz}"), "Because of the law");
        Assert.Contains("being marked", (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[1]}")).Text);
        Assert.Equal(0, await CompletionsAsync(course));

        var words = await portal.InDbAsync(db => db.WrittenAnswers.Where(w => w.Answer.Attempt.QuizId == quiz).Select(w => w.Id).SingleAsync());
        await (await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/desk/marking/{words}")).SubmitAsync(new { Mark = Mark.Right });
        await MarkAsync();
        await MarkAsync();

        Assert.Equal(1, await CompletionsAsync(course));
        Assert.NotNull((await learner.OpenAsync($"/en/my/certificates/{course}")).Html.QuerySelector(".poster"));
        Assert.Contains("Passed", (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[1]}")).Text);
    }

    [Fact]
    public async Task A_later_mark_completes_no_course_of_which_a_lesson_is_open()
    {
        var (physics, course, _, quiz) = await PlantAsync(Quizzes.Planting.ShortAnswer);
        var learner = await portal.As(Actor.Member(physics));
        await QuizTests.HandInAsync(learner, await QuizTests.BeginAsync(learner, $"{quiz}"), "Because of the law");
        await portal.InDbAsync(async db =>
        {
            (await db.WrittenAnswers.SingleAsync(w => w.Answer.Attempt.QuizId == quiz)).MarkAs(Mark.Right, Viewer.System);
            return await db.SaveChangesAsync();
        });

        await MarkAsync();

        Assert.Equal((1, 0), (await portal.InDbAsync(db => db.QuizPasses.CountAsync(p => p.QuizId == quiz)), await CompletionsAsync(course)));
    }

    [Fact]
    public async Task A_quiz_that_is_withdrawn_later_holds_nobody_up()
    {
        var (physics, course, lessons, quiz) = await PlantAsync(Quizzes.Planting.Single);
        await ChangeAsync(quiz, q => q.Withdraw(Viewer.System, portal.Clock.UtcNow()));
        var learner = await portal.As(Actor.Member(physics));

        await learner.FindsNothingAt($"/en/courses/{course}/lessons/{lessons[1]}");
        await (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");

        Assert.Equal(1, await CompletionsAsync(course));
    }

    [Fact]
    public async Task A_title_with_markup_in_it_stays_text_on_the_pages_of_the_course()
    {
        var (physics, course, lessons, _) = await PlantAsync(Quizzes.Planting.Single, "<img src=x onerror=alert(1)>");
        var learner = await portal.As(Actor.Member(physics));

        foreach (var url in (string[])[$"/en/courses/{course}", $"/en/courses/{course}/lessons/{lessons[1]}"])
        {
            var page = await learner.OpenAsync(url);
            Assert.Null(page.Html.QuerySelector("img[onerror]"));
            Assert.Contains("<img src=x onerror=alert(1)>", page.Text);
        }
    }

    /// <summary>A course of a material and, behind it in order, a quiz of one question.</summary>
    private async Task<(Branch Physics, int Course, IReadOnlyList<int> Lessons, int Quiz)> PlantAsync(QuestionContent question, string title = "The last step")
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var quiz = await portal.PlantQuizAsync(physics, c => c with { Title = title }, await portal.PlantQuestionAsync(physics, content: question));
        var (course, lessons) = await portal.PlantCourseAsync(physics, 1, c => c with { IsInOrder = true });
        return (physics, course, [.. lessons, await portal.PlantQuizLessonAsync(course, quiz)], quiz);
    }

    private async Task<int> PlantQuizAsync(Branch branch, Func<QuizContent, QuizContent> change) => await portal.PlantQuizAsync(branch, change, await portal.PlantQuestionAsync(branch));

    private Task ChangeAsync(int quiz, Action<Quiz> change) => portal.InDbAsync(async db =>
    {
        change(await db.Quizzes.SingleAsync(q => q.Id == quiz));
        return await db.SaveChangesAsync();
    });

    private Task<int> CompletionsAsync(int course) => portal.InDbAsync(db => db.CourseCompletions.CountAsync(c => c.CourseId == course));

    private Task MarkAsync() => portal.InDbAsync(db => portal.Services.GetServices<IPortalJob>().OfType<MarkAttempts>().Single().RunAsync(db, portal.Clock.UtcNow()));

    /// <summary>A button without a form: its refusal is said on the page it came from.</summary>
    internal static async Task<string> PressAsync(Browser browser, Page page, string button)
    {
        browser.Http.DefaultRequestHeaders.Referrer = new Uri(browser.Http.BaseAddress!, page.Url);
        var answer = await page.SubmitAsync(new { }, button);
        browser.Http.DefaultRequestHeaders.Referrer = null;
        return (await browser.OpenAsync(answer.Location!)).Text;
    }

    private static FormUrlEncodedContent Form(Page page) => new([new("__RequestVerificationToken", page.Token())]);
}
