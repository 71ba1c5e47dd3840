using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Features.Courses;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Courses;

public sealed class StarterCourseTests(Portal portal)
{
    [Fact]
    public async Task An_organisation_takes_the_starter_courses_over_once_and_its_people_read_them()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(branch));
        var page = await secretary.OpenAsync("/en/desk/courses/starters");

        var done = await secretary.FollowAsync(await page.SubmitAsync(new { BranchId = page.Choice("BranchId", branch) }));
        Assert.Contains("The courses are yours now and published.", done.Text);
        done = await secretary.FollowAsync(await page.SubmitAsync(new { BranchId = page.Choice("BranchId", branch) }));
        Assert.Contains("This organisation has these courses already.", done.Text);

        var courses = await portal.InDbAsync(db => db.Courses.Include(c => c.Lessons).Where(c => c.BranchId == branch.Id).ToListAsync());
        Assert.Equal(StarterCourse.All.Select(s => s.Title).Order(), courses.Select(c => c.Title).Order());
        Assert.All(courses, c => Assert.True(c is { State: StudyState.Published, Outline.Length: > 0, Responsible: "Physics", Lessons.Count: 6 } && c.Lessons[^1].QuizId is not null));
        Assert.Equal(2, await portal.InDbAsync(db => db.Quizzes.CountAsync(q => q.BranchId == branch.Id && q.State == QuizState.Published)));
        Assert.Equal(StarterCourse.All.Sum(s => s.Questions.Count), await portal.InDbAsync(db => db.Questions.CountAsync(q => q.BranchId == branch.Id)));

        var lesson = await (await portal.As(Actor.Member(branch))).OpenAsync($"/courses/{courses[0].Id}/lessons/{courses[0].Lessons[0].Id}");
        Assert.Contains(StarterCourse.All.Single(s => s.Title == courses[0].Title).Lessons[0].Title, lesson.Text);
        Assert.NotNull(lesson.Html.QuerySelector(".article strong"));
    }

    [Fact]
    public void No_place_of_an_answer_tells_that_it_is_right_and_each_question_stands_under_the_tag_of_its_course()
    {
        var questions = StarterCourse.All.SelectMany(s => s.Questions).ToList();
        var singles = questions.Where(q => q.Kind is QuestionKind.Single).Select(q => q.Options.Index().Single(o => o.Item.IsRight).Index).ToList();

        Assert.Equal(3, singles.Distinct().Count());
        Assert.All(singles.CountBy(at => at), place => Assert.True(place.Value * 2 <= singles.Count));
        Assert.Contains(questions, q => q.Kind is QuestionKind.Multiple && q.Options[^1].IsRight);
        Assert.DoesNotContain(questions, q => q.Kind is QuestionKind.Multiple && q.Options.OrderByDescending(o => o.IsRight).SequenceEqual(q.Options));
        Assert.Equal(["数字素养", "网络安全"], StarterCourse.All.Select(s => s.Questions.SelectMany(q => q.Tags).Distinct().Single()));
    }

    [Fact]
    public async Task Two_who_press_the_button_in_one_moment_make_one_copy()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var pages = new[] { await (await portal.As(Actor.Secretary(branch))).OpenAsync("/en/desk/courses/starters"), await (await portal.As(Actor.In(Role.DeputySecretary, branch))).OpenAsync("/en/desk/courses/starters") };

        await Task.WhenAll(pages.Select(page => page.SubmitAsync(new { BranchId = page.Choice("BranchId", branch) })));

        Assert.True(await portal.InDbAsync(db => db.Courses.CountAsync(c => c.BranchId == branch.Id)) <= 2);
        Assert.False(await portal.InDbAsync(db => db.Courses.Where(c => c.BranchId == branch.Id).GroupBy(c => c.StarterName).AnyAsync(g => g.Count() > 1)));
    }

    [Fact]
    public async Task What_was_broken_off_in_the_middle_is_gone_on_with()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var starter = StarterCourse.All[0];
        await portal.InDbAsync(async db =>
        {
            var at = portal.Clock.UtcNow();
            var material = new StudyMaterial(branch.Id, StudyKind.Article, new StudyContent(starter.Lessons[0].Title, StudyCategory.Digital, AudienceKind.Subtree, StarterCourse.Source) { Body = "<p>Kept</p>" }, Viewer.System, at);
            material.Publish(Viewer.System, at);
            db.AddRange(material, new Course(branch.Id, new CourseContent(starter.Title, StudyCategory.Digital, AudienceKind.Subtree) { Outline = "x", Responsible = "y" }, Viewer.System, at) { StarterName = starter.Name });
            return await db.SaveChangesAsync();
        });
        var page = await (await portal.As(Actor.Secretary(branch))).OpenAsync("/en/desk/courses/starters");

        await page.SubmitAsync(new { BranchId = page.Choice("BranchId", branch) });

        Assert.Equal(2, await portal.InDbAsync(db => db.Courses.CountAsync(c => c.BranchId == branch.Id && c.State == StudyState.Published)));
        Assert.Equal(StarterCourse.All.Sum(s => s.Lessons.Count), await portal.InDbAsync(db => db.StudyMaterials.CountAsync(m => m.BranchId == branch.Id)));
    }

    [Fact]
    public async Task An_organisation_that_is_not_ones_own_is_refused_at_the_field()
    {
        var (branch, elsewhere) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("Elsewhere"));
        var page = await (await portal.As(Actor.Secretary(branch))).OpenAsync("/en/desk/courses/starters");

        (await page.SubmitAsync(new { BranchId = $"{elsewhere.Id}" })).IsRefusedWith("organisation");

        Assert.False(await portal.InDbAsync(db => db.Courses.AnyAsync(c => c.BranchId == elsewhere.Id)));
    }

    [Fact]
    public void Each_lesson_has_a_summary_a_text_and_what_it_rests_on_and_each_question_its_article() =>
        Assert.All(StarterCourse.All, starter =>
        {
            Assert.InRange(starter.Lessons.Count, 4, 6);
            Assert.All(starter.Lessons, l => Assert.True(l is { Summary.Length: > 10 and <= StudyMaterial.SummaryMaxLength, Body.Length: > 300, Regulation.Length: > 5 and <= StudyMaterial.RegulationMaxLength } && l.Title.Length <= StudyMaterial.TitleMaxLength, l.Title));
            Assert.All(starter.Questions, q => Assert.True(q.IsUnverified || q.Article!.Contains('第', StringComparison.Ordinal), q.Text));
        });
}
