using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Quizzes;
using PartyPortal.Web.Tests.Study;
using Bank = PartyPortal.Web.Tests.Quizzes.Planting;

namespace PartyPortal.Web.Tests.Courses;

/// <summary>Authors see a course and a quiz as learners will, before anybody does, and keep nothing by looking.</summary>
public sealed class PreviewTests(Portal portal)
{
    [Fact]
    public async Task A_draft_of_a_course_is_looked_at_lesson_by_lesson_and_nothing_can_be_sent()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 2, isPublished: false);
        await portal.PlantQuizLessonAsync(course, await portal.PlantQuizAsync(branch, c => c with { Title = "The quiz of it", Introduction = "Think first." }, await portal.PlantQuestionAsync(branch)));
        var author = await portal.As(Actor.Secretary(branch));
        await author.FindsNothingAt($"/en/courses/{course}");

        var desk = await author.OpenAsync($"/en/desk/courses/{course}");
        var page = await author.OpenAsync(desk.Html.QuerySelector("a[href$='/preview']")!.GetAttribute("href")!);

        Assert.Contains("Preview: nothing is kept.", page.Text);
        Assert.Contains("What is learned", page.Text);
        var links = page.Html.QuerySelectorAll(".lessons a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(3, links.Count);
        foreach (var link in links)
        {
            var lesson = await author.OpenAsync(link);
            Assert.Contains("Preview: nothing is kept.", lesson.Text);
            Assert.Empty(lesson.Html.QuerySelectorAll("main form"));
        }

        Assert.Contains("The text", (await author.OpenAsync(links[0])).Text);
        Assert.Contains("Think first.", (await author.OpenAsync(links[2])).Text);
        Assert.Empty(page.Html.QuerySelectorAll("main form"));
        Assert.Contains("预览：操作不会保存。", (await author.OpenAsync($"/desk/courses/{course}/preview/{lessons[0]}")).Text);
        await author.FindsNothingAt($"/en/desk/courses/{course}/preview/0");
    }

    [Fact]
    public async Task A_film_keeps_no_place_for_who_looks_at_it_before_others()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var film = await portal.PlantMaterialAsync(branch, AudienceKind.Branch, kind: StudyKind.Video, file: await portal.KeepFileAsync("film.mp4", Domain.Files.FileUse.Video, SampleFile.Mp4()));
        var course = await CourseOfAsync(branch, film);
        var (author, learner) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Member(branch)));
        var lesson = await portal.InDbAsync(db => db.Lessons.Where(l => l.CourseId == course).Select(l => l.Id).SingleAsync());

        Assert.Empty((await author.OpenAsync($"/en/desk/courses/{course}/preview/{lesson}")).Html.QuerySelector("video")!.GetAttribute("data-keep-place")!);
        Assert.NotEmpty((await learner.OpenAsync($"/en/courses/{course}/lessons/{lesson}")).Html.QuerySelector("video")!.GetAttribute("data-keep-place")!);
    }

    [Fact]
    public async Task A_lesson_that_its_organisation_took_back_is_a_name_to_the_author_of_the_course()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var branch = await portal.PlantBranchAsync("Physics", college);
        var material = await portal.PlantMaterialAsync(college, AudienceKind.Subtree, content: c => c with { Title = "From above", Body = "<p>Secret again</p>" });
        var course = await CourseOfAsync(branch, material);
        await portal.InDbAsync(async db =>
        {
            (await db.StudyMaterials.SingleAsync(m => m.Id == material)).Withdraw("Old");
            return await db.SaveChangesAsync();
        });
        var lesson = await portal.InDbAsync(db => db.Lessons.Where(l => l.CourseId == course).Select(l => l.Id).SingleAsync());

        var page = await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/en/desk/courses/{course}/preview/{lesson}");

        Assert.Contains("From above", page.Text);
        Assert.Contains("is not published at the moment", page.Text);
        Assert.DoesNotContain("Secret again", page.Text);
    }

    [Fact]
    public async Task A_draft_of_a_quiz_shows_its_questions_and_what_is_right_and_begins_no_attempt()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var single = Bank.Single;
        var questions = new[] { await portal.PlantQuestionAsync(branch, content: single), await portal.PlantQuestionAsync(branch, content: Bank.Multiple), await portal.PlantQuestionAsync(branch, content: Bank.FillIn) };
        var quiz = await portal.PlantQuizAsync(branch, c => c with { Introduction = "Read well." }, questions);
        await portal.InDbAsync(async db =>
        {
            (await db.Quizzes.SingleAsync(q => q.Id == quiz)).Withdraw(Viewer.System, portal.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });
        var author = await portal.As(Actor.Secretary(branch));

        var page = await author.OpenAsync((await author.OpenAsync($"/en/desk/quizzes/{quiz}")).Html.QuerySelector("a[href$='/preview']")!.GetAttribute("href")!);

        Assert.Contains("Preview: nothing is kept.", page.Text);
        Assert.Contains("Read well.", page.Text);
        Assert.Contains("1. " + single.Text.Trim(), page.Text);
        Assert.Equal(3, page.Html.QuerySelectorAll(".question details").Length);
        Assert.Equal(3, page.Html.QuerySelectorAll("[name='Answers[0].Text']").Length);
        Assert.Empty(page.Html.QuerySelectorAll("main form"));
        Assert.Equal(0, await portal.InDbAsync(db => db.QuizAttempts.CountAsync(a => a.QuizId == quiz)));
    }

    [Fact]
    public async Task Nobody_previews_what_is_not_theirs_to_make()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 1, isPublished: false);
        var quiz = await portal.PlantQuizAsync(branch, null, await portal.PlantQuestionAsync(branch));
        string[] pages = [$"/en/desk/courses/{course}/preview", $"/en/desk/courses/{course}/preview/{lessons[0]}", $"/en/desk/quizzes/{quiz}/preview"];

        foreach (var page in pages)
        {
            await (await portal.As(Actor.Secretary(await portal.PlantBranchAsync("History")))).FindsNothingAt(page);
            await (await portal.As(Actor.Member(branch))).IsRefusedAt(page);
        }
    }

    private Task<int> CourseOfAsync(Branch branch, int material) => portal.InDbAsync(async db =>
    {
        var course = new Course(branch.Id, new CourseContent(Portal.Unique("Course"), StudyCategory.Rules, AudienceKind.Branch) { Outline = "All", Responsible = "The office" }, Viewer.System, portal.Clock.UtcNow());
        db.Add(course);
        await db.Branches.SingleAsync(b => b.Id == branch.Id);
        course.Add(await db.StudyMaterials.SingleAsync(m => m.Id == material), Viewer.System);
        course.Publish(Viewer.System, portal.Clock.UtcNow());
        await db.SaveChangesAsync();
        return course.Id;
    });
}
